import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sharp } from './_sharp.ts';

let collector: (() => void) | undefined;

/**
 * Frees the memory of pictures that nobody holds any more. Under WebAssembly the pixels that sharp gives lie in the
 * module's own memory until their wrapper is collected, and the wrapper looks small: without this, a dozen large photos
 * fill the four gigabytes that a module may have.
 */
export function collect(): void {
  if (!('emscripten' in sharp.versions)) return;
  if (!collector) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
    // Code that was compiled under other flags would be compiled anew.
    setFlagsFromString('--no-expose-gc');
  }
  collector();
}
