/**
 * English words written into the Studio's code where no translation reaches, with their Russian. The English is a
 * piece of the code, long enough to be found only where it is meant.
 */
export const HARD_CODED_WORDS: readonly (readonly [english: string, russian: string])[] = [
  // Signing in
  ['children: "Choose login provider"', 'children: "Вход в Копилку"'],
  ['children: "Last used"', 'children: "Прошлый вход"'],
  ['header: "Not authorized"', 'header: "Нет доступа"'],
  [
    'children: "You are not authorized to access this studio. Please contact someone with access to invite you to this project."',
    'children: "Вам сюда нельзя. Попросите администратора дать вам доступ."',
  ],
  ['text: "Sign out"', 'text: "Выйти"'],
  // Pages that are not there
  ['children: "Workspace not found"', 'children: "Такой страницы нет"'],
  ['text: "Go to default workspace"', 'text: "Открыть Студию"'],
  ['children: ["Tool not found: "', 'children: ["Такого раздела нет: "'],
  // When the lake is out of reach
  ['"Server error" : "Network error"', '"Ошибка на сервере" : "Нет связи с сервером"'],
  [
    '"The server ran into an issue and couldn\'t complete the request. You can try again, or reload the Studio."',
    '"Сервер не смог выполнить запрос. Попробуйте ещё раз или обновите страницу."',
  ],
  [
    '"The server ran into an issue and couldn\'t complete the request. Your last change may not have been saved. Reload the Studio to see the current state."',
    '"Сервер не смог выполнить запрос, и последнее изменение могло не сохраниться. Обновите страницу, чтобы это проверить."',
  ],
  [
    '"Couldn\'t reach the Sanity servers. Check your network connection and try again."',
    '"Сервер не отвечает. Проверьте соединение и попробуйте ещё раз."',
  ],
  [
    '"Couldn\'t reach the Sanity servers. Your last change may not have been sent. Check your network connection and reload the Studio to see the current state."',
    '"Сервер не отвечает, и последнее изменение могло не сохраниться. Проверьте соединение и обновите страницу."',
  ],
  ['content: "Check that your device is online."', 'content: "Проверьте, есть ли интернет."'],
  [
    'content: "Disable VPNs, ad blockers, or browser extensions that may block requests."',
    'content: "Отключите VPN, защиту от рекламы и другие расширения, которые могут мешать."',
  ],
  ['"Check",\n\t\t\t" ",', '"Спросите администратора, работает ли сервер.",\n\t\t\t" ",'],
  ['children: "status.sanity.io"', 'children: ""'],
  ['"for ongoing incidents."', '""'],
  ['children: "Check Sanity Status"', 'children: ""'],
  ['children: "Troubleshooting"', 'children: "Что проверить"'],
  ['text: "Reload Studio"', 'text: "Обновить страницу"'],
  ['text: "Try again"', 'text: "Попробовать ещё раз"'],
  [
    '"Retrying…" : secondsLeft > 0 ? `Try again (${secondsLeft})` : "Try again"',
    '"Пробуем ещё раз…" : secondsLeft > 0 ? `Попробовать ещё раз (${secondsLeft})` : "Попробовать ещё раз"',
  ],
  ['header: "Too many requests"', 'header: "Слишком много запросов"'],
  [
    'children: "Too many requests at once. Reload the Studio to try again."',
    'children: "Слишком много запросов сразу. Обновите страницу."',
  ],
  [
    'children: "Too many requests at once. You can try again shortly."',
    'children: "Слишком много запросов сразу. Попробуйте ещё раз чуть позже."',
  ],
  // Unexpected errors
  ['t0 === void 0 ? "An error occurred" : t0', 't0 === void 0 ? "Произошла ошибка" : t0'],
  [
    'children: "An error occurred that Sanity Studio was unable to recover from."',
    'children: "В Студии произошла ошибка, и продолжить она не может. Обновите страницу: всё сохранённое на месте."',
  ],
  ['children: "To report this error,"', 'children: "Если ошибка повторяется,"'],
  [
    '" copy the error details and share them with your development team or Sanity Support."',
    '" скопируйте её описание и пришлите администратору."',
  ],
  ['`The ${activeTool?.name} tool crashed`', '`В разделе «${activeTool?.title}» произошла ошибка`'],
  ['"retry.title": "Retry"', '"retry.title": "Попробовать ещё раз"'],
  ['title: "Uncaught error"', 'title: "Непредвиденная ошибка"'],
  ['children: "Import error"', 'children: "Студия обновилась"'],
  [
    'children: "An error occurred during dynamic import."',
    'children: "Часть страницы загрузить не удалось: скорее всего, вышла новая версия Студии."',
  ],
  [
    '"Reloading ",\n\t\t\tcountdownSeconds <= 0 ? "now" : `in ${countdownSeconds}s`,',
    '"Обновим страницу ",\n\t\t\tcountdownSeconds <= 0 ? "сейчас" : `через ${countdownSeconds} с`,',
  ],
  ['autoReload ? "Reload now" : "Reload"', 'autoReload ? "Обновить сейчас" : "Обновить страницу"'],
  [
    '"copy-error-details.description": "These technical details may be useful for developers."',
    '"copy-error-details.description": "Эти подробности пригодятся разработчикам."',
  ],
  [
    '"copy-error-details.title": "Copy error details"',
    '"copy-error-details.title": "Скопировать описание ошибки"',
  ],
  [
    '"copy-error-details.toast.get-failed": "Failed to get error details"',
    '"copy-error-details.toast.get-failed": "Описания ошибки нет"',
  ],
  [
    '"copy-error-details.toast.copy-failed": "Failed to copy error details"',
    '"copy-error-details.toast.copy-failed": "Описание ошибки скопировать не удалось"',
  ],
  // Lists, fields and search
  ['title: "Your work is automatically saved!"', 'title: "Всё сохраняется само"'],
  ['content: "Previous month"', 'content: "Предыдущий месяц"'],
  ['content: "Next month"', 'content: "Следующий месяц"'],
  ['content: "Open menu"', 'content: "Открыть меню"'],
  ['content: "Back"', 'content: "Назад"'],
  ['content: "Close"', 'content: "Закрыть"'],
  ['content: "Remove"', 'content: "Убрать"'],
  ['content: "Remove filter"', 'content: "Убрать условие"'],
  ['"aria-label": "More breadcrumb items"', '"aria-label": "Показать весь путь"'],
  ['title: "No style"', 'title: "Без вида"'],
  ['title: "Square"', 'title: "Квадрат"'],
  ['title: "Panorama"', 'title: "Широкий"'],
  ['title: "Selected"', 'title: "Выбрано"'],
  ['title: "Unknown field"', 'title: "Неизвестное поле"'],
  ['title: "Edited at"', 'title: "Когда изменён"'],
  ['title: "Created at"', 'title: "Когда создан"'],
  ['title: "Contains document, image or file"', 'title: "Содержит документ, картинку или файл"'],
  ['title: "Invalid preview config"', 'title: "Не удалось показать"'],
  ['subtitle: "Check the error log in the console"', 'subtitle: "Подробности — в консоли браузера"'],
  ['title: "Time zone updated"', 'title: "Часовой пояс изменён"'],
  ['title: "Unable to update time zone"', 'title: "Часовой пояс изменить не удалось"'],
  ['title: "Edit access requested"', 'title: "Просьба отправлена"'],
  ['title: "There was a problem submitting your request."', 'title: "Просьбу отправить не удалось."'],
  ['children: "Here is the JSON representation of the document:"', 'children: "Документ в виде JSON:"'],
  ['"aria-label": "Close dialog"', '"aria-label": "Закрыть окно"'],
  ['"aria-label": "Clear"', '"aria-label": "Очистить"'],
  ['"aria-label": "Open"', '"aria-label": "Открыть"'],
  ['children: "Open in Studio"', 'children: "Открыть в Студии"'],
  ['children: "Zoom Out"', 'children: "Уменьшить"'],
  // Dates and sizes
  [`format(new Date(date), "MMM d, yyyy '@' pp")`, `format(new Date(date), "dd.MM.yyyy 'в' HH:mm")`],
  ['pattern: "MMM d, yyyy"', 'pattern: "dd.MM.yyyy" /* день */'],
  ['pattern: "MMM d, yyyy p"', 'pattern: "dd.MM.yyyy HH:mm" /* день и время */'],
  [
    'date.toDateString(), $[',
    'date.toLocaleDateString("ru", { weekday: "long", day: "numeric", month: "long", year: "numeric" /* день */ }), $[',
  ],
  ['return "0 Bytes"', 'return "0 байт"'],
  ['"Bytes",\n\t\t"KB",\n\t\t"MB",\n\t\t"GB",', '"байт",\n\t\t"КБ",\n\t\t"МБ",\n\t\t"ГБ",'],
  [
    'parseFloat((bytes / k ** i).toFixed(dm))} ${sizes[i]}',
    'parseFloat((bytes / k ** i).toFixed(dm)).toLocaleString("ru")} ${/* единица */ sizes[i]}',
  ],
  // Kinds of files
  ['title: "JPEG Image"', 'title: "Картинка JPEG"'],
  ['title: "PNG Image"', 'title: "Картинка PNG"'],
  ['title: "GIF Image"', 'title: "Картинка GIF"'],
  ['title: "SVG Image"', 'title: "Картинка SVG"'],
  ['title: "WebP Image"', 'title: "Картинка WebP"'],
  ['title: "Excel Spreadsheet"', 'title: "Таблица Excel"'],
  ['title: "PDF Document"', 'title: "Документ PDF"'],
  ['title: "ZIP Archive"', 'title: "Архив ZIP"'],
  ['title: "RAR Archive"', 'title: "Архив RAR"'],
  [
    '"text/plain": { title: "Text" }',
    '"text/plain": { title: "Текст" }, "application/msword": { title: "Документ Word" }, "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { title: "Документ Word" }, "application/vnd.openxmlformats-officedocument.presentationml.presentation": { title: "Презентация" }',
  ],
]
