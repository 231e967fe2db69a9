import { type Browser, launch } from 'puppeteer-core';
import { findChromium } from './screenshot.ts';

/** A headless browser, `undefined` when there is no Chromium (`CHROMIUM` names one). It reaches nothing but this machine. */
export async function startBrowser(): Promise<Browser | undefined> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return undefined;
  return launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
}
