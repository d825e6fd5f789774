import type { Locale } from '../language/language.ts';
import type { ActSummary, TakenBack } from '../model/act.ts';
import type { AppState } from '../model/app-state.ts';
import type { BulkEdit, BulkOrder, BulkPreview, BulkReport } from '../model/bulk-edit.ts';
import type { CommandState } from '../model/command.ts';
import type {
  ChooseField,
  Decision,
  MergedPage,
  MergedQuery,
  SaveDecision,
  SavedLog,
  ServerCopy,
} from '../model/decision.ts';
import type { Draft, DraftOwner, KeepDraft } from '../model/draft.ts';
import type { Lookalike, TakeOver, TellApart } from '../model/lookalike.ts';
import type { Managed } from '../model/managed.ts';
import type { AccountFacts } from '../model/marketplace.ts';
import type { OperationId, RecordId } from '../model/ids.ts';
import type {
  ChosenTable,
  ImportOrder,
  ImportPlan,
  ImportPreview,
  ImportReport,
  Reading,
} from '../model/import.ts';
import type {
  CommonAnswer,
  CommonOutcome,
  CommonPreview,
  FoundPlace,
  InboxPage,
  InboxPlace,
  InboxQuery,
  InboxScope,
} from '../model/inbox.ts';
import type {
  Alike,
  FieldEdit,
  HistoryEntry,
  JudgeDuplicate,
  JudgeMissing,
  ListQuery,
  NewRecord,
  RecordDetail,
  RecordWindow,
} from '../model/record.ts';
import type {
  Narrowing,
  PlacesInList,
  SelectedAmong,
  MergedSelection,
  RecordSelection,
  SelectionCount,
  SelectionInList,
} from '../model/selection.ts';
import type {
  ConnectionInput,
  ConnectionSettings,
  ConnectionTest,
  Settings,
  SettingsChange,
} from '../model/settings.ts';
import type {
  Discarded,
  HeldPage,
  LogLine,
  LogQuery,
  UnsentPage,
  UnsentQuery,
} from '../model/sync-centre.ts';
import type { ServiceTraits } from '../model/service-traits.ts';
import type {
  BackUp,
  Examined,
  KnownCopy,
  Recovery,
  RecoveryReport,
  Removal,
  StorageInfo,
} from '../model/storage.ts';
import type { Round, SyncStatus } from '../model/sync-status.ts';
import type { ExportOrder, PrintOrder, WrittenFile } from '../model/transfer.ts';
import type { UpdateState } from '../model/update.ts';
import type { SavedView, ViewId } from '../model/view.ts';
import type { ZoomStep } from '../model/zoom.ts';
import { call } from './define.ts';

/** Every call that a window can make, named once; handlers, channels and `window.api` derive from it. */
export const calls = {
  app: {
    state: call<undefined, AppState>(),
    openLink: call<{ url: string }, undefined>(),
    copyText: call<{ text: string }, undefined>(),
    /** The folder of everything that is kept on this laptop. */
    dataFolder: call<undefined, string>(),
    showDataFolder: call<undefined, undefined>(),
    /** Whether the system can show notices at all. */
    canNotify: call<undefined, boolean>(),
    /** Tells the native menu what can be done now. */
    commands: call<CommandState, undefined>(),
    /** How large everything is shown: a level of `model/zoom.ts`. */
    zoomLevel: call<undefined, number>(),
    /** Makes everything larger (1), smaller (-1), or as large as it is (0); answers the level. */
    zoom: call<{ step: ZoomStep }, number>(),
    /** Takes the record that a link from outside asked for; each link is answered once. */
    takeLink: call<undefined, { readonly id: RecordId } | undefined>(),
    /** Whether the last run of the app was broken off; told once. */
    takeBrokenOff: call<undefined, boolean>(),
    /** The language of the words, and by whose rules dates and numbers are written. */
    locale: call<undefined, Locale>(),
  },
  sample: {
    explore: call<undefined, AppState>(),
    remove: call<undefined, AppState>(),
    /** Lets the sample's colleague edit people who have unsent edits here; answers how many. */
    colleagueEdits: call<undefined, { readonly edited: number }>(),
  },
  connection: {
    get: call<undefined, ConnectionSettings>(),
    test: call<ConnectionInput, ConnectionTest>(),
    connect: call<ConnectionInput, AppState>(),
  },
  settings: {
    get: call<undefined, Settings>(),
    change: call<SettingsChange, Settings>(),
    /** What an administrator has set; it is the same as long as the app runs. */
    managed: call<undefined, Managed>(),
  },
  /** About one record of any resource, which its id tells; and about acts, which may be on many of both. */
  records: {
    get: call<{ id: RecordId }, RecordDetail>(),
    history: call<{ id: RecordId }, readonly HistoryEntry[]>(),
    edit: call<FieldEdit, RecordDetail>(),
    /** Takes back one entry of the history by a new edit. */
    undo: call<{ historyId: number; act?: OperationId | undefined }, RecordDetail>(),
    /** The newest acts that were not taken back, newest first, also those before the app was started. */
    acts: call<undefined, readonly ActSummary[]>(),
    /** Takes back an act on one or many records, by new edits; what was changed since is left and told. */
    undoAct: call<{ act: OperationId }, TakenBack>(),
    /** Does an act again that was taken back. */
    redoAct: call<{ act: OperationId }, TakenBack>(),
    /** What was typed into a record, or a new one, and not saved. */
    drafts: call<DraftOwner, readonly Draft[]>(),
    /** Keeps what is typed into a field until it is saved, or forgets it. */
    keepDraft: call<KeepDraft, undefined>(),
    dropDrafts: call<DraftOwner, undefined>(),
    /** Sends a record that needs attention again. */
    tryAgain: call<{ id: RecordId }, RecordDetail>(),
    /** Puts the service's values in the place of those that were not sent. */
    discardMine: call<{ id: RecordId; act: OperationId }, Discarded>(),
    /** Says what is to become of a record that the service no longer has; answers it, or the one that was made anew. */
    judgeMissing: call<JudgeMissing & { act: OperationId }, RecordDetail>(),
  },
  keyAccounts: {
    list: call<ListQuery, RecordWindow>(),
    /** How many records are selected, and how many of them a list shows. */
    countSelected: call<SelectionInList, SelectionCount>(),
    /** What the selected records have in common, field by field. */
    mergeSelected: call<RecordSelection, MergedSelection>(),
    /** Which of some records are selected. */
    selectedAmong: call<SelectedAmong, readonly RecordId[]>(),
    /** The ids of the records at some places of a list. */
    listIds: call<PlacesInList, readonly RecordId[]>(),
    /** What the same value for a selection would do; the newest preview is the one that can be done. */
    previewEdit: call<BulkOrder, BulkPreview>(),
    editMany: call<BulkEdit, BulkReport>(),
    /** How many records a list has. */
    count: call<Narrowing, number>(),
    /** The records that may be the one that a person is making. */
    alike: call<Pick<NewRecord, 'values'>, readonly Alike[]>(),
    create: call<NewRecord, RecordDetail>(),
    /** Says whether a record is the same as one of its possible duplicates. */
    judgeDuplicate: call<JudgeDuplicate & { act: OperationId }, RecordDetail>(),
    /** Other records that look like the same person. */
    lookalikes: call<{ id: RecordId }, readonly Lookalike[]>(),
    /** Remembers on this laptop that two records are not the same person, or forgets it. */
    tellApart: call<TellApart, undefined>(),
    /** Gives a record values of another one; answers it as it is then. */
    takeOver: call<TakeOver, RecordDetail>(),
  },
  marketplace: {
    list: call<ListQuery, RecordWindow>(),
    /** How many accounts a list has. */
    count: call<Narrowing, number>(),
    facts: call<{ id: RecordId }, AccountFacts>(),
  },
  views: {
    list: call<undefined, readonly SavedView[]>(),
    /** Saves a view, in place of the one with its id; answers all of them. */
    save: call<SavedView, readonly SavedView[]>(),
    remove: call<{ id: ViewId }, readonly SavedView[]>(),
  },
  decisions: {
    inbox: call<InboxQuery, InboxPage>(),
    /** Where the person was last in the decisions. */
    place: call<undefined, InboxPlace>(),
    keepPlace: call<InboxPlace, undefined>(),
    /** The entry to be shown for a place; `undefined` when nothing needs a decision. */
    find: call<InboxPlace, FoundPlace | undefined>(),
    get: call<{ id: RecordId }, Decision>(),
    choose: call<ChooseField, Decision>(),
    save: call<SaveDecision, RecordDetail>(),
    /** What the same answer for a selection would do; the newest preview is the one that can be answered. */
    preview: call<InboxScope, CommonPreview>(),
    answerMany: call<CommonAnswer, CommonOutcome>(),
    merged: call<MergedQuery, MergedPage>(),
    serverCopy: call<{ id: RecordId }, ServerCopy>(),
    overwrite: call<SaveDecision, RecordDetail>(),
    /** Saves the decision log where the person says; `undefined` when they say nowhere. */
    saveLog: call<{ redacted: boolean }, SavedLog | undefined>(),
  },
  sync: {
    status: call<undefined, SyncStatus>(),
    rounds: call<undefined, readonly Round[]>(),
    /** A page of what waits or needs attention, with what is sent to the letter. */
    unsent: call<UnsentQuery, UnsentPage>(),
    /** Work that waits until its record comes. */
    held: call<undefined, HeldPage>(),
    discardHeld: call<{ id: RecordId }, SyncStatus>(),
    /** Takes the discarding of such work back. */
    restoreHeld: call<{ id: RecordId }, SyncStatus>(),
    /** A page of the decision log, newest first. */
    decisionLog: call<LogQuery, readonly LogLine[]>(),
    now: call<undefined, undefined>(),
    workOffline: call<{ offline: boolean }, SyncStatus>(),
    /** Says whether the many records that vanished at once are really gone. */
    judgeVanished: call<{ areGone: boolean }, SyncStatus>(),
    /** Takes note of a service that went back to an older state. */
    noteRewound: call<undefined, SyncStatus>(),
    /** What the service was seen to do; `undefined` before the first contact. */
    traits: call<undefined, ServiceTraits | undefined>(),
  },
  storage: {
    /** Where the open copy is and which back-ups of it there are. */
    info: call<undefined, StorageInfo>(),
    backUp: call<undefined, BackUp>(),
    /** Looks at the copy that cannot be opened, without touching it. */
    examine: call<undefined, Examined>(),
    /** Replaces the copy that cannot be opened, or the open one, and puts its unsent work back. */
    recover: call<Recovery, RecoveryReport>(),
    tryAgain: call<undefined, AppState>(),
    /** Saves the unsent work of the copy as JSON where a person says; `saved` is false when they say nowhere. */
    saveUnsent: call<undefined, { readonly saved: boolean }>(),
    /** The copies on this laptop that can be opened instead of the one that is open, if one is. */
    copies: call<undefined, readonly KnownCopy[]>(),
    openCopy: call<{ name: string }, AppState>(),
    /** What removing the open copy from this laptop would take. */
    removal: call<undefined, Removal>(),
    /** Removes the open copy and everything of it from this laptop; `seen`: how much unsent work the person was told of. */
    remove: call<{ seen: number }, AppState>(),
  },
  diagnostics: {
    /** Gathers the diagnostics as the text that would be saved, without anything that names a person. */
    prepare: call<undefined, { readonly text: string }>(),
    /** Saves the text that was prepared last where a person says; `saved` is false when they say nowhere. */
    save: call<undefined, { readonly saved: boolean }>(),
  },
  transfer: {
    /** Writes records into a file where the person says; `undefined` when they say nowhere. */
    export: call<ExportOrder, WrittenFile | undefined>(),
    /** Prints records; `undefined` when the person closes the dialog of the system. */
    print: call<PrintOrder, { records: number } | undefined>(),
    /** Asks for a table to import; `undefined` when the person chooses none. */
    chooseTable: call<undefined, ChosenTable | undefined>(),
    /** Reads the chosen table in another way. */
    readTable: call<Reading, ChosenTable>(),
    /** Says what an import of the chosen table would do. */
    preview: call<ImportPlan, ImportPreview>(),
    import: call<ImportOrder, ImportReport>(),
    /** Saves the rows that the last import left out, where the person says; `undefined` when they say nowhere. */
    saveLeft: call<undefined, WrittenFile | undefined>(),
  },
  updates: {
    state: call<undefined, UpdateState>(),
    /** Looks for a new version now. */
    check: call<undefined, UpdateState>(),
    /** Fetches the version that was found; answers when it is there, or is not. */
    download: call<undefined, UpdateState>(),
    /** Lets the version that is ready wait until the person quits. */
    later: call<undefined, UpdateState>(),
    /** Quits in order, puts the version that is ready in place, and starts it. */
    restart: call<undefined, undefined>(),
  },
} as const;
