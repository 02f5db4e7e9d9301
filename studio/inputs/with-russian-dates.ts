const DATE_FORMATS: Readonly<Record<string, object>> = {
  date: { dateFormat: 'DD.MM.YYYY' },
  datetime: { dateFormat: 'DD.MM.YYYY', timeFormat: 'HH:mm' },
}

interface Field {
  type: string
  options?: object
  fields?: readonly object[]
}

/** The types with every date shown as in Russia: 30.09.2024. */
export function withRussianDates<Type extends object>(types: readonly Type[]): Type[] {
  return types.map((type) => {
    if (!isFieldLike(type)) return type
    const format = DATE_FORMATS[type.type]
    return {
      ...type,
      ...(format === undefined ? {} : { options: { ...format, ...type.options } }),
      ...(type.fields === undefined ? {} : { fields: withRussianDates(type.fields) }),
    }
  })
}

function isFieldLike(type: object): type is Field {
  return 'type' in type && typeof type.type === 'string'
}
