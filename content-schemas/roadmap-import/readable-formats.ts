/** How the names of files end that a roadmap can be read from; what a file is its bytes tell. */
export const READABLE_EXTENSIONS: readonly string[] = [
  '.docx',
  '.docm',
  '.odt',
  '.fodt',
  '.rtf',
  '.pdf',
  '.xlsx',
  '.xlsm',
  '.ods',
  '.html',
  '.htm',
  '.mht',
  '.mhtml',
  '.txt',
  '.md',
  '.csv',
  '.tsv',
]

/** The same for people, in the middle of a sentence. */
export const READABLE_FORMATS = '.docx, .xlsx, .odt, .rtf, .pdf с текстом, .html или .txt'
