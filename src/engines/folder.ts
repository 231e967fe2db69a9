import { homedir } from 'node:os';
import { join } from 'node:path';

/** Of the environment: where engines are kept that `camdrift setup` installed. */
export const folderVariable = 'CAMDRIFT_ENGINE_FOLDER';

/** The tool's own folder, never the workspace's: the runner's cache of tools, or the user's cache. */
export function engineFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: cache, LOCALAPPDATA: local } = env;
  const home = cache || (process.platform === 'win32' && local) || join(homedir(), '.cache');
  return env[folderVariable] || join(tools || home, 'camdrift');
}
