/** Project id that stands for the embedded lake, on the Studio's own origin. */
export const EMBEDDED_PROJECT = 'local'
