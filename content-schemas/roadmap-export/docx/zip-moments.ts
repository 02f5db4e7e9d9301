/** 1 January 1980, the first moment that a zip archive can name. */
const ZIP_EPOCH = 0x00210000

/**
 * Gives every file of a zip archive without a comment the same moment, in place: what stays depends on the contents
 * only. Offsets are those of PKWARE's APPNOTE, 4.3.
 */
export function forgetMoments(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - 22
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const file = view.getUint32(entry + 42, true)
    view.setUint32(entry + 12, ZIP_EPOCH, true)
    view.setUint32(file + 10, ZIP_EPOCH, true)
    entry += 46 + [28, 30, 32].reduce((length, at) => length + view.getUint16(entry + at, true), 0)
  }
  return zip
}
