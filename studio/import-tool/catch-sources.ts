import { currentImport } from './current-import.ts'

/** Marks the field that is there to paste tables into. */
export const PASTE_FIELD = { 'data-paste-roadmap': '' } as const

/**
 * Takes files that are dropped and tables that are pasted anywhere while the address is the tool's, from the first
 * moment on: before the Studio has drawn the tool, and beside its fields, where a browser would open the file and
 * leave the Studio.
 */
export function catchSources(tool: string): void {
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
  document.addEventListener('paste', (event) => {
    const { clipboardData, target } = event
    if (!isHere() || clipboardData === null || isOtherField(target)) return
    event.preventDefault()
    const [file] = clipboardData.files
    const [text, html] = [clipboardData.getData('text/plain'), clipboardData.getData('text/html')]
    if (text.trim() === '' && html === '' && file) void currentImport.openFile(file)
    else if (currentImport.phase().type !== 'read') void currentImport.openPasted(text, html)
  })
}

function isOtherField(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest('input, textarea, [contenteditable="true"]') : null
  return field !== null && !field.hasAttribute('data-paste-roadmap')
}
