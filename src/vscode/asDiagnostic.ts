import * as vscode from 'vscode';
import { translateMessage } from '../core/l10n';
import type { Problem, Severity } from '../core/model';
import { t } from './l10n';

/** Names the extension in the Problems panel. */
export const diagnosticSource = 'Baeum';

const severities: { readonly [S in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

export function asDiagnostic(problem: Problem): vscode.Diagnostic {
  const range = new vscode.Range(problem.line, problem.column, problem.line, Number.MAX_SAFE_INTEGER);
  const result = new vscode.Diagnostic(range, translateMessage(t, problem.message), severities[problem.severity]);
  result.source = diagnosticSource;
  result.code = problem.code;
  return result;
}
