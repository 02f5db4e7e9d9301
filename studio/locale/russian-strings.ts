import { canvas } from './ru-RU/canvas.ts'
import { comments } from './ru-RU/comments.ts'
import { copyPaste } from './ru-RU/copy-paste.ts'
import { feedback } from './ru-RU/feedback.ts'
import { mediaLibrary } from './ru-RU/media-library.ts'
import { presentation } from './ru-RU/presentation.ts'
import { dialogs } from './ru-RU/releases/dialogs.ts'
import { releases as releasesTool } from './ru-RU/releases/releases.ts'
import { scheduledDrafts } from './ru-RU/scheduled-drafts.ts'
import { actions } from './ru-RU/structure/actions.ts'
import { banners } from './ru-RU/structure/banners.ts'
import { deleteDialog } from './ru-RU/structure/delete-dialog.ts'
import { panes } from './ru-RU/structure/panes.ts'
import { about } from './ru-RU/studio/about.ts'
import { account } from './ru-RU/studio/account.ts'
import { assets } from './ru-RU/studio/assets.ts'
import { calendar } from './ru-RU/studio/calendar.ts'
import { documents } from './ru-RU/studio/documents.ts'
import { history } from './ru-RU/studio/history.ts'
import { inputs } from './ru-RU/studio/inputs.ts'
import { portableText } from './ru-RU/studio/portable-text.ts'
import { references } from './ru-RU/studio/references.ts'
import { releases } from './ru-RU/studio/releases.ts'
import { searchOperators } from './ru-RU/studio/search-operators.ts'
import { search } from './ru-RU/studio/search.ts'
import { tasks } from './ru-RU/tasks.ts'
import { validation } from './ru-RU/validation.ts'
import { variants } from './ru-RU/variants.ts'
import { vision } from './ru-RU/vision.ts'
import { UNDEFINED_STRINGS } from './undefined-strings.ts'

/** Russian words of the Studio by the Studio's own namespaces and keys. */
export const RUSSIAN_STRINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  studio: {
    ...about,
    ...account,
    ...assets,
    ...calendar,
    ...documents,
    ...history,
    ...inputs,
    ...portableText,
    ...references,
    ...releases,
    ...searchOperators,
    ...search,
    ...UNDEFINED_STRINGS.studio,
  },
  structure: { ...actions, ...banners, ...deleteDialog, ...panes, ...UNDEFINED_STRINGS.structure },
  validation,
  'copy-paste': copyPaste,
  presentation,
  vision,
  feedback,
  canvas,
  comments,
  tasks: { ...tasks, ...UNDEFINED_STRINGS.tasks },
  variants,
  releases: { ...dialogs, ...releasesTool },
  singleDocRelease: scheduledDrafts,
  'media-library': mediaLibrary,
}
