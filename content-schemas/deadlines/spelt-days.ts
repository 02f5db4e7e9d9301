const ORDINALS =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат'.split(
    ' ',
  )

/** Regular expression source for a day of the month in words, captured in two groups: tens, ordinal. */
export const SPELT_DAY = `(?:(двадцать|тридцать) )?(${ORDINALS.join('|')})(?:ого|ое|ому|ым|ом|ье|ьего|ьему|ьим)(?![а-я])`

/** The day that words mean: «двадцать пятое» is 25, «тридцатое» is 30. */
export function speltDay(tens: string | undefined, ordinal: string | undefined): number {
  const place = ORDINALS.indexOf(ordinal ?? '') + 1
  const day = place === ORDINALS.length ? 30 : place
  return (tens === 'двадцать' ? 20 : tens === 'тридцать' ? 30 : 0) + day
}
