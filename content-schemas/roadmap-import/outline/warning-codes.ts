/**
 * What the importer is unsure of: every code with what it is called and what a person should do. Codes are stable:
 * they stand in documents and reports. `no-table` is also the code of the error when nothing was read at all.
 */
export const WARNING_CODES = [
  {
    key: 'missing-person',
    title: 'Нет ответственного',
    advice: 'Впишите, кто отвечает. Чаще всего ячейка в документе объединена с соседней или пустая.',
  },
  {
    key: 'missing-deadline',
    title: 'Нет срока',
    advice: 'Впишите срок или оставьте пустым, если его и правда нет.',
  },
  {
    key: 'quarter-without-year',
    title: 'Квартал или полугодие без года',
    advice: 'Проверьте год: программа взяла его из срока карты или не нашла вовсе.',
  },
  {
    key: 'year-missing',
    title: 'Год не указан',
    advice: 'По документу года не узнать: выберите первый и последний день.',
  },
  {
    key: 'year-inferred',
    title: 'Год взят не из срока',
    advice: 'Год подставлен по сроку карты, дате приказа или соседним строкам: сверьте.',
  },
  {
    key: 'ambiguous-year',
    title: 'Непонятно, входит ли год',
    advice: '«До 2024 г.» понимают по-разному. Решите, входит ли 2024 год, и поправьте последний день.',
  },
  {
    key: 'ambiguous-end',
    title: 'Непонятно, входит ли месяц',
    advice: '«До мая» может значить и 30 апреля, и 31 мая: поправьте последний день.',
  },
  {
    key: 'impossible-date',
    title: 'Срок противоречит себе',
    advice: 'Последний день раньше первого или такого дня нет: исправьте по документу.',
  },
  { key: 'duplicate-part', title: 'Часть срока повторяется', advice: 'Уберите повтор, если это описка.' },
  { key: 'unread-deadline', title: 'Срок не понят', advice: 'Слова сохранены, даты выберите сами.' },
  {
    key: 'narrower-than-text',
    title: 'Срок уже, чем сказано в тексте',
    advice: 'В тексте «на всех этапах», а в сроке один месяц: решите, что верно.',
  },
  {
    key: 'order-inversion',
    title: 'Этап раньше предыдущего',
    advice: 'Проверьте сроки обоих этапов: возможно, в документе описка в годе.',
  },
  {
    key: 'mended-word',
    title: 'Слово собрано из частей',
    advice: 'Узкий столбец разорвал слово, программа его склеила: прочтите, верно ли.',
  },
  {
    key: 'column-guessed',
    title: 'Столбец понят по содержимому',
    advice: 'У столбца нет понятного заголовка. Если он понят неверно, выберите другой вид столбца.',
  },
  {
    key: 'rows-realigned',
    title: 'Строки собраны по смыслу',
    advice:
      'Текст снят со страницы ячейками вразброс: сверьте в каждой строке мероприятие, срок и ответственного. Надёжнее взять сам файл PDF или Word.',
  },
  {
    key: 'truncated',
    title: 'Текст обрезан',
    advice: 'У последней строки нет ни срока, ни ответственных. Сверьте конец таблицы с документом.',
  },
  {
    key: 'table-left-out',
    title: 'Таблица не взята',
    advice:
      'В документе есть ещё таблица: список людей, показатели. Если и она — часть карты, вставьте её отдельно.',
  },
  {
    key: 'region-inferred',
    title: 'Регион понят по городу',
    advice: 'Регион в документе не назван, он взят по городу: проверьте.',
  },
  {
    key: 'dropped-mark',
    title: 'Пропущена служебная пометка',
    advice: 'Номер страницы, закладка, сноска. Делать ничего не нужно.',
  },
  { key: 'no-title', title: 'Нет названия', advice: 'Напишите название карты.' },
  { key: 'no-organization', title: 'Не названа организация', advice: 'Выберите организацию или регион.' },
  {
    key: 'no-period',
    title: 'Не сказано, на какой срок карта',
    advice: 'Укажите первый и последний день карты.',
  },
  {
    key: 'no-table',
    title: 'Таблица не найдена',
    advice:
      'В документе нет таблицы с мероприятиями и сроками или ответственными. Скопируйте таблицу из Word и вставьте её.',
  },
] as const satisfies readonly { key: string; title: string; advice: string }[]

/** Stable codes of what a person should look at. */
export type OutlineWarningCode = (typeof WARNING_CODES)[number]['key']
