/** Every id the manifest and the code share, once. A test holds them against package.json. */
export const commands = {
  openLesson: 'baeum.openLesson',
  startToday: 'baeum.startToday',
  startQuiz: 'baeum.startQuiz',
  startCategory: 'baeum.startCategory',
  cram: 'baeum.cram',
  chooseSession: 'baeum.chooseSession',
  retryMistakes: 'baeum.retryMistakes',
  openExam: 'baeum.openExam',
  openNotebook: 'baeum.openNotebook',
  writeNotebook: 'baeum.writeNotebook',
  openStatistics: 'baeum.openStatistics',
  setExamDate: 'baeum.setExamDate',
  rateAgain: 'baeum.rateAgain',
  rateHard: 'baeum.rateHard',
  rateGood: 'baeum.rateGood',
  rateEasy: 'baeum.rateEasy',
  undoAnswer: 'baeum.undoAnswer',
  suspendQuestion: 'baeum.suspendQuestion',
  openParagraph: 'baeum.openParagraph',
  insertSnippet: 'baeum.insertSnippet',
  insertResource: 'baeum.insertResource',
  openNote: 'baeum.openNote',
  searchNotes: 'baeum.searchNotes',
  addNoteFolder: 'baeum.addNoteFolder',
  createNote: 'baeum.createNote',
  editQuestion: 'baeum.editQuestion',
  askModel: 'baeum.askModel',
  newNote: 'baeum.newNote',
  filterTopics: 'baeum.filterTopics',
  clearFilter: 'baeum.clearFilter',
  markDone: 'baeum.markDone',
  markNotDone: 'baeum.markNotDone',
  whyNothing: 'baeum.whyNothing',
  showLeeches: 'baeum.showLeeches',
  showSuspended: 'baeum.showSuspended',
  takeBack: 'baeum.takeBack',
  showLinks: 'baeum.showLinks',
  resetTopic: 'baeum.resetTopic',
  exportAnki: 'baeum.exportAnki',
  exportTables: 'baeum.exportTables',
  importQuestions: 'baeum.importQuestions',
  backUp: 'baeum.backUp',
  restore: 'baeum.restore',
  fitWeights: 'baeum.fitWeights',
  resetWeights: 'baeum.resetWeights',
  readAgain: 'baeum.readAgain',
  stopReading: 'baeum.stopReading',
  showLog: 'baeum.showLog',
} as const;

export type CommandName = keyof typeof commands;
/** Bound to a key, and registered only as long as the search is open: no command of the palette. */
export const searchOpenNote = 'baeum.searchOpenNote';

export const views = { study: 'baeum.study', library: 'baeum.library' } as const;

export const panels = { lesson: 'baeum.lesson', quiz: 'baeum.quiz', exam: 'baeum.exam', notebook: 'baeum.notebook', statistics: 'baeum.statistics' } as const;

export type PanelName = keyof typeof panels;

/** Code shown before it is put into a file is a document of this scheme. */
export const previewScheme = 'baeum-preview';

export const contextKeys = { isFiltered: 'baeum.isFiltered', isEmpty: 'baeum.isEmpty', isSearching: 'baeum.isSearching' } as const;

export const settingKeys = {
  noteFolders: 'noteFolders',
  largestNote: 'notes.largest',
  progressFolder: 'progressFolder',
  retention: 'review.retention',
  newPerDay: 'review.newCardsPerDay',
  reviewsPerDay: 'review.reviewsPerDay',
  leechThreshold: 'review.leechThreshold',
  fontSize: 'lesson.fontSize',
  completion: 'snippets.completion',
  comments: 'snippets.comments',
  hover: 'hover',
  codeLens: 'codeLens',
  examDate: 'exam.date',
  leaveNotebookAfter: 'notebook.leaveAfter',
  reminder: 'reminder',
  'keys.go': 'keys.go',
  'keys.previous': 'keys.previous',
  'keys.o': 'keys.o',
  'keys.x': 'keys.x',
  'keys.dontKnow': 'keys.dontKnow',
  'keys.hint': 'keys.hint',
  'keys.again': 'keys.again',
  'keys.hard': 'keys.hard',
  'keys.good': 'keys.good',
  'keys.easy': 'keys.easy',
  'keys.undo': 'keys.undo',
  'keys.suspend': 'keys.suspend',
  'keys.source': 'keys.source',
  'keys.flag': 'keys.flag',
  'keys.help': 'keys.help',
} as const;

/** Where other extensions' manifests name their packs: `contributes.baeumPacks: [{ "path": "./notes" }]`. */
export const packContribution = 'baeumPacks';
