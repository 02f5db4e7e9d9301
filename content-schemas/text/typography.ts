/** Space at which a line is never broken. */
export const NO_BREAK_SPACE = '\u00A0'
