import * as vscode from 'vscode';
import type { FoundPlace } from '../core/search/foundPlace';
import type { App } from './app';
import { guard } from './commands';
import { commands, contextKeys, searchOpenNote } from './ids';
import { t } from './l10n';

interface PlaceItem extends vscode.QuickPickItem {
  readonly place: FoundPlace;
}

const limit = 50;

/** Searches while one types. Enter opens the lesson at the section, Ctrl/⌘+Enter or the button of a row the note at the line. */
export function searchNotes(app: App): void {
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = t('Search Notes');
  pick.placeholder = t('A word, part of a word, or initial consonants such as ㄹㄷ');
  pick.matchOnDescription = true;
  // the order is that of the search; VS Code would put its own matches of labels first
  Object.assign(pick, { sortByLabel: false });
  const button: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: t('Open Note') };

  const openNote = (item: PlaceItem | undefined) => {
    if (!item) return undefined;
    pick.hide();
    return vscode.commands.executeCommand(commands.openNote, item.place.topic.id, item.place.line);
  };
  const openLesson = (item: PlaceItem | undefined) => {
    if (!item) return undefined;
    pick.hide();
    // without a section from the top, not where the learner was reading
    return vscode.commands.executeCommand(commands.openLesson, item.place.topic.id, item.place.section ?? '');
  };
  const search = async (query: string) => {
    pick.busy = true;
    try {
      const { study } = await app.load();
      const places = await study.searchPlaces(query, limit);
      if (pick.value === query) pick.items = places.map((place) => itemOf(place, button));
    } finally {
      if (pick.value === query) pick.busy = false;
    }
  };

  const guarded = (run: () => unknown) => void guard(commands.searchNotes, app.log, run);
  const subscriptions = [
    vscode.commands.registerCommand(searchOpenNote, () => guarded(() => openNote(pick.activeItems[0]))),
    pick.onDidChangeValue((query) => guarded(() => search(query))),
    pick.onDidAccept(() => guarded(() => openLesson(pick.activeItems[0]))),
    pick.onDidTriggerItemButton(({ item }) => guarded(() => openNote(item))),
    pick.onDidHide(() => {
      void vscode.commands.executeCommand('setContext', contextKeys.isSearching, false);
      for (const subscription of subscriptions) subscription.dispose();
      pick.dispose();
    }),
  ];
  void vscode.commands.executeCommand('setContext', contextKeys.isSearching, true);
  pick.show();
}

function itemOf(place: FoundPlace, button: vscode.QuickInputButton): PlaceItem {
  const { title, category } = place.topic;
  return {
    label: category ? `${title} · ${category}` : title,
    description: place.text === title ? '' : place.text,
    alwaysShow: true,
    buttons: [button],
    place,
  };
}
