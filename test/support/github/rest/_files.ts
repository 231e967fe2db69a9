import type { Call } from '../call.ts';
import type { FileDifference } from '../git-differences.ts';

/** A changed file. Without its patch, which GitHub leaves out of binary and large ones too. */
export function fileShape({ world, links }: Call, file: FileDifference, commit: string): object {
  const { filename, previous, status, sha, additions, deletions } = file;
  const path = filename.split('/').map(encodeURIComponent).join('/');
  const repository = `${world.owner}/${world.name}`;
  return {
    sha,
    filename,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${links.server}/${repository}/blob/${commit}/${path}`,
    raw_url: `${links.server}/${repository}/raw/${commit}/${path}`,
    contents_url: `${links.api}/repos/${repository}/contents/${path}?ref=${commit}`,
    ...(previous !== undefined && { previous_filename: previous }),
  };
}
