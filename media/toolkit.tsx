/** Controls in VS Code's look; the only door to the UI toolkit. Registers what is in use and nothing more. */
import './lateLoad';
import { provideVSCodeDesignSystem, type TextField, vsCodeButton, vsCodeTextField } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren, HTMLAttributes, JSX, Ref } from 'preact';

provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeTextField());

interface Attributes {
  readonly appearance?: 'primary' | 'secondary' | 'icon';
  readonly disabled?: boolean;
  readonly title?: string;
  readonly class?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-keyshortcuts'?: string;
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': HTMLAttributes<HTMLElement> & Attributes;
      'vscode-text-field': HTMLAttributes<HTMLElement> & { readonly value?: string; readonly placeholder?: string; readonly disabled?: boolean };
    }
  }
}

export interface ButtonProps extends Attributes {
  readonly onClick: () => void;
  readonly children?: ComponentChildren;
  readonly buttonRef?: Ref<HTMLElement>;
}

/** A button; `icon` names a codicon before the text, `keys` the keyboard shortcut beside it. */
export function Button({
  onClick,
  children,
  icon,
  keys,
  buttonRef,
  ...attributes
}: ButtonProps & { readonly icon?: string; readonly keys?: string | undefined }): JSX.Element {
  return (
    <vscode-button ref={buttonRef ?? null} {...attributes} onClick={onClick}>
      {icon ? <span class={`codicon codicon-${icon}`} aria-hidden="true" /> : null}
      {children}
      {keys ? <kbd>{keys}</kbd> : null}
    </vscode-button>
  );
}

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly inputRef: Ref<HTMLElement>;
}

export function TextInput({ label, value, onInput, inputRef }: TextInputProps): JSX.Element {
  return (
    <vscode-text-field ref={inputRef} class="answer" value={value} onInput={(event) => onInput((event.currentTarget as unknown as TextField).value)}>
      {label}
    </vscode-text-field>
  );
}
