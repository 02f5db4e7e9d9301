/** Russian for conditions of the search. */
export const searchOperators = {
  'search.operator.array-count-equal.description_one':
    '<Field/> <Operator>содержит</Operator> <Value>{{count}} запись</Value>',
  'search.operator.array-count-equal.description_few':
    '<Field/> <Operator>содержит</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-equal.description_many':
    '<Field/> <Operator>содержит</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-equal.description_other':
    '<Field/> <Operator>содержит</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-equal.name': 'записей ровно',
  'search.operator.array-count-gt.description_one':
    '<Field/> <Operator>содержит ></Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-gt.description_few':
    '<Field/> <Operator>содержит ></Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-gt.description_many':
    '<Field/> <Operator>содержит ></Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-gt.description_other':
    '<Field/> <Operator>содержит ></Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-gt.name': 'записей больше',
  'search.operator.array-count-gte.description_one':
    '<Field/> <Operator>содержит ≥</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-gte.description_few':
    '<Field/> <Operator>содержит ≥</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-gte.description_many':
    '<Field/> <Operator>содержит ≥</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-gte.description_other':
    '<Field/> <Operator>содержит ≥</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-gte.name': 'записей не меньше',
  'search.operator.array-count-lt.description_one':
    '<Field/> <Operator>содержит <</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-lt.description_few':
    '<Field/> <Operator>содержит <</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-lt.description_many':
    '<Field/> <Operator>содержит <</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-lt.description_other':
    '<Field/> <Operator>содержит <</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-lt.name': 'записей меньше',
  'search.operator.array-count-lte.description_one':
    '<Field/> <Operator>содержит ≤</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-lte.description_few':
    '<Field/> <Operator>содержит ≤</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-lte.description_many':
    '<Field/> <Operator>содержит ≤</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-lte.description_other':
    '<Field/> <Operator>содержит ≤</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-lte.name': 'записей не больше',
  'search.operator.array-count-not-equal.description_one':
    '<Field/> <Operator>содержит не</Operator> <Value>{{count}} запись</Value>',
  'search.operator.array-count-not-equal.description_few':
    '<Field/> <Operator>содержит не</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-not-equal.description_many':
    '<Field/> <Operator>содержит не</Operator> <Value>{{count}} записей</Value>',
  'search.operator.array-count-not-equal.description_other':
    '<Field/> <Operator>содержит не</Operator> <Value>{{count}} записи</Value>',
  'search.operator.array-count-not-equal.name': 'записей не столько',
  'search.operator.array-count-range.description':
    '<Field/> <Operator>содержит</Operator> <Value>от {{from}} до {{to}} записей</Value>',
  'search.operator.array-count-range.name': 'записей от и до',
  'search.operator.array-list-includes.description':
    '<Field/> <Operator>содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.array-list-includes.name': 'содержит',
  'search.operator.array-list-not-includes.description':
    '<Field/> <Operator>не содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.array-list-not-includes.name': 'не содержит',
  'search.operator.array-reference-includes.description':
    '<Field/> <Operator>содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.array-reference-includes.name': 'содержит',
  'search.operator.array-reference-not-includes.description':
    '<Field/> <Operator>не содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.array-reference-not-includes.name': 'не содержит',
  'search.operator.asset-file-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.asset-file-equal.name': 'совпадает',
  'search.operator.asset-file-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.asset-file-not-equal.name': 'не совпадает',
  'search.operator.asset-image-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.asset-image-equal.name': 'совпадает',
  'search.operator.asset-image-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.asset-image-not-equal.name': 'не совпадает',
  'search.operator.boolean-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.boolean-equal.name': 'совпадает',
  'search.operator.date-after.description': '<Field/> <Operator>позже</Operator> <Value>{{value}}</Value>',
  'search.operator.date-after.name': 'позже',
  'search.operator.date-before.description': '<Field/> <Operator>раньше</Operator> <Value>{{value}}</Value>',
  'search.operator.date-before.name': 'раньше',
  'search.operator.date-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.date-equal.name': 'в этот день',
  'search.operator.date-last.description':
    '<Field/> <Operator>за последние</Operator> <Value>{{value}}</Value>',
  'search.operator.date-last.name': 'за последние',
  'search.operator.date-not-equal.description': '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.date-not-equal.name': 'не в этот день',
  'search.operator.date-range.description': '<Field/> <Operator>в промежутке</Operator> <Value/>',
  'search.operator.date-range.name': 'в промежутке',
  'search.operator.date-time-after.description':
    '<Field/> <Operator>позже</Operator> <Value>{{value}}</Value>',
  'search.operator.date-time-after.name': 'позже',
  'search.operator.date-time-before.description':
    '<Field/> <Operator>раньше</Operator> <Value>{{value}}</Value>',
  'search.operator.date-time-before.name': 'раньше',
  'search.operator.date-time-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.date-time-equal.name': 'в это время',
  'search.operator.date-time-last.description':
    '<Field/> <Operator>за последние</Operator> <Value>{{value}}</Value>',
  'search.operator.date-time-last.name': 'за последние',
  'search.operator.date-time-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.date-time-not-equal.name': 'не в это время',
  'search.operator.date-time-range.description': '<Field/> <Operator>в промежутке</Operator> <Value/>',
  'search.operator.date-time-range.name': 'в промежутке',
  'search.operator.defined.description': '<Field/> <Operator>—</Operator> <Value>заполнено</Value>',
  'search.operator.defined.name': 'заполнено',
  'search.operator.not-defined.description': '<Field/> <Operator>—</Operator> <Value>пусто</Value>',
  'search.operator.not-defined.name': 'пусто',
  'search.operator.number-equal.description': '<Field/> <Operator>=</Operator> <Value>{{value}}</Value>',
  'search.operator.number-equal.name': 'равно',
  'search.operator.number-gt.description': '<Field/> <Operator>></Operator> <Value>{{value}}</Value>',
  'search.operator.number-gt.name': 'больше',
  'search.operator.number-gte.description': '<Field/> <Operator>≥</Operator> <Value>{{value}}</Value>',
  'search.operator.number-gte.name': 'не меньше',
  'search.operator.number-lt.description': '<Field/> <Operator><</Operator> <Value>{{value}}</Value>',
  'search.operator.number-lt.name': 'меньше',
  'search.operator.number-lte.description': '<Field/> <Operator>≤</Operator> <Value>{{value}}</Value>',
  'search.operator.number-lte.name': 'не больше',
  'search.operator.number-not-equal.description': '<Field/> <Operator>≠</Operator> <Value>{{value}}</Value>',
  'search.operator.number-not-equal.name': 'не равно',
  'search.operator.number-range.description':
    '<Field/> <Operator>в промежутке</Operator> <Value>{{from}} → {{to}}</Value>',
  'search.operator.number-range.name': 'в промежутке',
  'search.operator.portable-text-contains.description':
    '<Field/> <Operator>содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.portable-text-contains.name': 'содержит',
  'search.operator.portable-text-equal.description':
    '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.portable-text-equal.name': 'совпадает',
  'search.operator.portable-text-not-contains.description':
    '<Field/> <Operator>не содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.portable-text-not-contains.name': 'не содержит',
  'search.operator.portable-text-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.portable-text-not-equal.name': 'не совпадает',
  'search.operator.reference-asset-file.description':
    '<Field/> <Operator>→</Operator> <Value>{{value}}</Value>',
  'search.operator.reference-asset-file.name': 'файл',
  'search.operator.reference-asset-image.description':
    '<Field/> <Operator>→</Operator> <Value>{{value}}</Value>',
  'search.operator.reference-asset-image.name': 'картинка',
  'search.operator.reference-document.description':
    '<Field/> <Operator>→</Operator> <Value>{{value}}</Value>',
  'search.operator.reference-document.name': 'документ',
  'search.operator.reference-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.reference-equal.name': 'совпадает',
  'search.operator.reference-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.reference-not-equal.name': 'не совпадает',
  'search.operator.slug-contains.description':
    '<Field/> <Operator>содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.slug-contains.name': 'содержит',
  'search.operator.slug-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.slug-equal.name': 'совпадает',
  'search.operator.slug-not-contains.description':
    '<Field/> <Operator>не содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.slug-not-contains.name': 'не содержит',
  'search.operator.slug-not-equal.description': '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.slug-not-equal.name': 'не совпадает',
  'search.operator.string-contains.description':
    '<Field/> <Operator>содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.string-contains.name': 'содержит',
  'search.operator.string-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.string-equal.name': 'совпадает',
  'search.operator.string-list-equal.description': '<Field/> <Operator>—</Operator> <Value>{{value}}</Value>',
  'search.operator.string-list-equal.name': 'совпадает',
  'search.operator.string-list-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.string-list-not-equal.name': 'не совпадает',
  'search.operator.string-not-contains.description':
    '<Field/> <Operator>не содержит</Operator> <Value>{{value}}</Value>',
  'search.operator.string-not-contains.name': 'не содержит',
  'search.operator.string-not-equal.description':
    '<Field/> <Operator>— не</Operator> <Value>{{value}}</Value>',
  'search.operator.string-not-equal.name': 'не совпадает',
} as const
