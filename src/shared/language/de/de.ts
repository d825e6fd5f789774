import type { Catalogue } from '../en/en.ts';
import { accountQuestion } from './account-question.ts';
import { backUpReasons } from './back-up-reasons.ts';
import { banner } from './banner.ts';
import { bannerActs } from './banner-acts.ts';
import { columns } from './columns.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { connectionSentences } from './connection-sentences.ts';
import { connectionWords } from './connection-words.ts';
import { densities } from './densities.ts';
import { duplicates } from './duplicates.ts';
import { failureActions } from './failure-actions.ts';
import { failures } from './failures.ts';
import { failuresAsked } from './failures-asked.ts';
import { failuresNext } from './failures-next.ts';
import { fields } from './fields.ts';
import { filters } from './filters.ts';
import { history } from './history.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { menu } from './menu.ts';
import { missing } from './missing.ts';
import { record } from './record.ts';
import { shell } from './shell.ts';
import { stateTitles } from './state-titles.ts';
import { stateWords } from './state-words.ts';
import { times } from './times.ts';
import { unsentWork } from './unsent-work.ts';
import { values } from './values.ts';

/** Every text of the app in German. */
export const de: Catalogue = {
  accountQuestion,
  backUpReasons,
  banner,
  bannerActs,
  columns,
  commands,
  common,
  connectionSentences,
  connectionWords,
  densities,
  duplicates,
  failureActions,
  failures,
  failuresAsked,
  failuresNext,
  fields,
  filters,
  history,
  keys,
  list,
  menu,
  missing,
  record,
  shell,
  stateTitles,
  stateWords,
  times,
  unsentWork,
  values,
};
