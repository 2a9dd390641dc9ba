import type { Session } from 'electron';

type Handlers = {
  request: Parameters<Session['setPermissionRequestHandler']>[0];
  check: Parameters<Session['setPermissionCheckHandler']>[0];
  device: Parameters<Session['setDevicePermissionHandler']>[0];
};

class FakeProtocol {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  }
}

/** The page's session of a stand-in for Electron. */
export class FakeSession
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerDictionaryDownloadURL'
      | 'setSpellCheckerEnabled'
      | 'setSpellCheckerLanguages'
    >
{
  spellChecker = true;
  languages: readonly string[] = ['en-US'];
  dictionaries = 'https://the.makers.example/';
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.dictionaries = url;
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.languages = languages;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  proxy: unknown = null;
  async setProxy(config: unknown): Promise<void> {
    this.proxy = config;
  }
  readonly protocol = new FakeProtocol();
  handlers: Handlers = { request: null, check: null, device: null };
  setPermissionRequestHandler(handler: Handlers['request']): void {
    this.handlers.request = handler;
  }
  setPermissionCheckHandler(handler: Handlers['check']): void {
    this.handlers.check = handler;
  }
  setDevicePermissionHandler(handler: Handlers['device']): void {
    this.handlers.device = handler;
  }
}
