/** The shell’s own requests, of a stand-in for Electron: what was asked can be looked at. */
export const fakeNet = {
  asked: [] as string[],
  fetch(url: string, init?: RequestInit): Promise<Response> {
    this.asked.push(new URL(url).pathname);
    return fetch(url, init);
  },
};
