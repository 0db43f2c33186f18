/** Every id the manifest and the code share, once. A test holds them against package.json. */
export const commands = {
  openLesson: 'baeum.openLesson',
  startToday: 'baeum.startToday',
  startQuiz: 'baeum.startQuiz',
  retryMistakes: 'baeum.retryMistakes',
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
  showLog: 'baeum.showLog',
} as const;

export type CommandName = keyof typeof commands;
/** Bound to a key, and registered only as long as the search is open: no command of the palette. */
export const searchOpenNote = 'baeum.searchOpenNote';

export const views = { study: 'baeum.study', library: 'baeum.library' } as const;

export const panels = { lesson: 'baeum.lesson', quiz: 'baeum.quiz' } as const;

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
} as const;

/** Where other extensions' manifests name their packs: `contributes.baeumPacks: [{ "path": "./notes" }]`. */
export const packContribution = 'baeumPacks';
