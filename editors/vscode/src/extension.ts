// Starts `newslint server`; all else is the server's.

import { commands, window, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, type ServerOptions } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(commands.registerCommand("newslint.restart", restart));
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("newslint")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("newslint");
  const [command, ...args] = settings.get<string[]>("command", ["newslint"]);
  const languages = settings.get<string[]>("languages", []);
  const server: ServerOptions = { command, args: [...args, "server"] };
  const documentSelector = languages.flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]);
  client = new LanguageClient("newslint", "newslint", server, { documentSelector });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void window.showErrorMessage(
      `newslint could not be started (${error}). In your clone of newslint, run pip install '.[server]', or set newslint.command.`,
    );
  }
}
