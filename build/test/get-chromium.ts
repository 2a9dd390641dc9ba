import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installOnDebian, isRoot, readOs } from '../base/debian.ts';
import { findChromium, waysToChromium } from './chromium.ts';

const lookForChromium = () =>
  findChromium({
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    playwrights: chromium.executablePath(),
  });

/** Null: there is none and it cannot be installed; the reason was said. */
export function getChromium(): string | null {
  const found = lookForChromium();
  if (found !== null) return found;
  const os = readOs();
  const ways = waysToChromium(process.platform, os, isRoot());
  console.log(ways.say);
  if (!ways.install) return null;
  installOnDebian(['chromium']);
  const installed = lookForChromium();
  if (installed === null) console.log(waysToChromium(process.platform, os, false).say);
  return installed;
}
