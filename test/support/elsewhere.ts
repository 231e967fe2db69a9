import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { certificate, type HttpsServer, holding, httpsServer } from './https-server.ts';
import type { TinyModel } from './models.ts';
import { type Files, modelFiles, projectFiles } from './scene.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What a process needs to believe the servers of these tests. */
export const believing = { NODE_EXTRA_CA_CERTS: certificate };

export interface ModelServer {
  readonly server: HttpsServer;
  /** What a configuration says of a model there. */
  at(folder: string): { path: string; sha256: string; files: Record<string, string> };
}

/** Models of two files at `https://127.0.0.1:PORT/FOLDER/model.json`. */
export async function modelServer(t: TestContext, models: Readonly<Record<string, TinyModel>>): Promise<ModelServer> {
  const folders = Object.entries(models).map(([name, model]) => modelFiles(name, model));
  const files: Record<string, Uint8Array> = Object.assign({}, ...(await Promise.all(folders)));
  const served = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`/${path}`, bytes]));
  const server = await httpsServer(t, holding(served));
  const at = (folder: string) => {
    const own = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
    const digests = Object.fromEntries(own.map(([path, bytes]) => [path.slice(folder.length + 1), sha256(bytes)]));
    const { 'model.json': main, ...others } = digests;
    return { path: server.url(`/${folder}/model.json`), sha256: main!, files: others };
  };
  return { server, at };
}

/** The usual project, whose models lie somewhere else. */
export async function withoutModels(): Promise<Files> {
  return Object.fromEntries(Object.entries(await projectFiles()).filter(([path]) => !path.startsWith('models/')));
}

/** What steps before put into the workspace. */
export async function put(workspace: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), content);
  }
}
