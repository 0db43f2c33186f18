import * as vscode from 'vscode';
import { withTemplateTags } from '../core/code/yamlTags';
import type { App } from './app';
import { t } from './l10n';

const yamlExtension = 'redhat.vscode-yaml';
let isAsked = false;

/**
 * The YAML extension marks `!Ref` and the like as unknown until it is told of them. Offers to do that, once; without that
 * extension nobody complains of the tags, and the setting does not exist.
 */
export async function offerYamlTags(app: App): Promise<void> {
  if (isAsked || app.choices.get('yamlTagsAsked') || !vscode.extensions.getExtension(yamlExtension)) return;
  const configuration = vscode.workspace.getConfiguration('yaml');
  const tags = withTemplateTags(configuration.get('customTags'));
  if (!tags) return;
  isAsked = true;
  const inWorkspace = vscode.workspace.workspaceFolders ? [t('In This Workspace')] : [];
  const everywhere = t('Everywhere');
  const never = t("Don't Ask Again");
  const chosen = await vscode.window.showInformationMessage(
    t('The YAML extension does not know !Ref and the other functions of CloudFormation. Tell it, by the setting yaml.customTags?'),
    ...inWorkspace,
    everywhere,
    never,
  );
  if (chosen === undefined) return;
  app.choices.set('yamlTagsAsked', true);
  if (chosen === never) return;
  // a value of the workspace hides the person's own
  const { workspaceValue, globalValue } = configuration.inspect<unknown>('customTags') ?? {};
  const isGlobal = chosen === everywhere;
  const target = isGlobal ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await configuration.update('customTags', withTemplateTags(isGlobal ? globalValue : (workspaceValue ?? globalValue)), target);
}
