/** The opcodes of mendoza that the encoder uses; operands follow in this order. */
export const OP = {
  /** value */
  value: 0,
  /** index of the field */
  pushFieldCopy: 10,
  /** index of the field */
  pushFieldBlank: 11,
  /** index of the element */
  pushElementCopy: 12,
  /** index of the element */
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  /** value, key */
  objectSetFieldValue: 17,
  /** index of the field */
  objectDeleteField: 19,
  /** value */
  arrayAppendValue: 20,
  /** from, to */
  arrayAppendSlice: 21,
  /** string */
  stringAppendString: 22,
  /** from, to: offsets in bytes of UTF-8 */
  stringAppendSlice: 23,
} as const
