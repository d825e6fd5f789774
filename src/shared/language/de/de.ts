import { accountFields } from './account-fields.ts';
import { accountColumns } from './account-columns.ts';
import { lookalikes } from './lookalikes.ts';
import { managed } from './managed.ts';
import { marketplace } from './marketplace.ts';
import { accountAudit } from './account-audit.ts';
import { accountActs } from './account-acts.ts';
import { accountTypes } from './account-types.ts';
import { accountStatus } from './account-status.ts';
import type { Catalogue } from '../en/en.ts';
import { accountQuestion } from './account-question.ts';
import { acts } from './acts.ts';
import { alike } from './alike.ts';
import { app } from './app.ts';
import { backUpReasons } from './back-up-reasons.ts';
import { backUps } from './back-ups.ts';
import { banner } from './banner.ts';
import { bannerActs } from './banner-acts.ts';
import { bulkEdit } from './bulk-edit.ts';
import { colours } from './colours.ts';
import { columns } from './columns.ts';
import { columnsPanel } from './columns-panel.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { connectionSentences } from './connection-sentences.ts';
import { connectionWords } from './connection-words.ts';
import { copies } from './copies.ts';
import { decisionLog } from './decision-log.ts';
import { decisions } from './decisions.ts';
import { densities } from './densities.ts';
import { diagnostics } from './diagnostics.ts';
import { duplicates } from './duplicates.ts';
import { diagnosticsFile } from './diagnostics-file.ts';
import { failureActions } from './failure-actions.ts';
import { failures } from './failures.ts';
import { failuresAsked } from './failures-asked.ts';
import { failuresNext } from './failures-next.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { filters } from './filters.ts';
import { firstRun } from './first-run.ts';
import { freshness } from './freshness.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { importingCards } from './importing-cards.ts';
import { importingRows } from './importing-rows.ts';
import { inbox } from './inbox.ts';
import { keyCaps } from './key-caps.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { menu } from './menu.ts';
import { missing } from './missing.ts';
import { notifications } from './notifications.ts';
import { palette } from './palette.ts';
import { printing } from './printing.ts';
import { record } from './record.ts';
import { roundFailures } from './round-failures.ts';
import { rowFaults } from './row-faults.ts';
import { selection } from './selection.ts';
import { settings } from './settings.ts';
import { removeData } from './remove-data.ts';
import { shell } from './shell.ts';
import { stateTitles } from './state-titles.ts';
import { stateWords } from './state-words.ts';
import { storageHappened } from './storage-happened.ts';
import { storageMeaning } from './storage-meaning.ts';
import { storageNext } from './storage-next.ts';
import { storageProblem } from './storage-problem.ts';
import { syncCentre } from './sync-centre.ts';
import { syncState } from './sync-state.ts';
import { tableColumns } from './table-columns.ts';
import { times } from './times.ts';
import { transfer } from './transfer.ts';
import { unsentWork } from './unsent-work.ts';
import { updates } from './updates.ts';
import { values } from './values.ts';
import { views } from './views.ts';

/** Every text of the app in German. */
export const de: Catalogue = {
  accountFields,
  accountColumns,
  managed,
  marketplace,
  accountAudit,
  accountActs,
  accountTypes,
  accountStatus,
  accountQuestion,
  acts,
  alike,
  app,
  backUpReasons,
  backUps,
  banner,
  bannerActs,
  bulkEdit,
  colours,
  columns,
  columnsPanel,
  commands,
  common,
  connectionSentences,
  connectionWords,
  copies,
  decisionLog,
  decisions,
  densities,
  diagnostics,
  duplicates,
  diagnosticsFile,
  failureActions,
  failures,
  failuresAsked,
  failuresNext,
  fields,
  files,
  filters,
  firstRun,
  freshness,
  history,
  importing,
  importingCards,
  importingRows,
  inbox,
  keyCaps,
  keys,
  list,
  lookalikes,
  menu,
  missing,
  notifications,
  palette,
  printing,
  record,
  roundFailures,
  rowFaults,
  selection,
  settings,
  removeData,
  shell,
  stateTitles,
  stateWords,
  storageHappened,
  storageMeaning,
  storageNext,
  storageProblem,
  syncCentre,
  syncState,
  tableColumns,
  times,
  transfer,
  unsentWork,
  updates,
  values,
  views,
};
