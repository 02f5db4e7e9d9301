import { currentImport } from './current-import.ts'

/**
 * Takes files that are dropped anywhere while the address is the tool's, from the first moment on: before the Studio
 * has drawn the tool, and beside its field, where a browser would open the file and leave the Studio.
 */
export function catchDrops(tool: string): void {
  if (typeof document === 'undefined') return
  const isHere = () => location.pathname.split('/').includes(tool)
  document.addEventListener('dragover', (event) => {
    if (isHere() && event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  document.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0]
    if (!isHere() || file === undefined) return
    event.preventDefault()
    void currentImport.openFile(file)
  })
}
