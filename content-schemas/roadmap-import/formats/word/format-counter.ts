const LATIN = 'abcdefghijklmnopqrstuvwxyz'
/** Lists of Word leave out ё, й, ъ, ы, ь. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя'
const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const
const MAX_ROMAN = 3999

/** A counter as Word shows it in one of its number formats; unknown formats show digits. */
export function formatCounter(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return formatRoman(value)
    case 'lowerRoman':
      return formatRoman(value).toLowerCase()
    case 'upperLetter':
      return letterOf(value, LATIN).toUpperCase()
    case 'lowerLetter':
      return letterOf(value, LATIN)
    case 'russianUpper':
      return letterOf(value, RUSSIAN).toUpperCase()
    case 'russianLower':
      return letterOf(value, RUSSIAN)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** The mark of a list as text: dashes stay, signs of symbol fonts become «•». */
export function markOfBullet(pattern: string): string {
  return /^[-–—*]$/.test(pattern.trim()) ? pattern.trim() : '•'
}

function letterOf(value: number, letters: string): string {
  if (value < 1 || value > letters.length * 20) return String(value)
  const letter = letters[(value - 1) % letters.length] ?? ''
  return letter.repeat(Math.ceil(value / letters.length))
}

function formatRoman(value: number): string {
  if (value < 1 || value > MAX_ROMAN) return String(value)
  let left = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign
      left -= worth
    }
  }
  return text
}
