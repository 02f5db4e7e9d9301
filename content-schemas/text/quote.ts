/** Words in quotes; quotes inside of them become inner ones: «МБОУ „Лицей № 3“». */
export function quote(words: string): string {
  return `«${words.replaceAll('«', '„').replaceAll('»', '“')}»`
}
