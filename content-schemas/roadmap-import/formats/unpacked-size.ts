const CENTRAL_HEADER = [0x50, 0x4b, 0x01, 0x02]

/** How large the files of a zip archive say they are when unpacked, in bytes, without unpacking them. */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = 0; at + 28 < bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || !CENTRAL_HEADER.every((byte, index) => bytes[at + index] === byte)) continue
    total += view.getUint32(at + 24, true)
  }
  return total
}
