import { CamdriftError } from '../errors.ts';

/** An input as a file declares it, images first; `null` for sizes that it leaves open. */
export interface DeclaredInput {
  readonly name: string;
  readonly sizes: readonly (number | null)[];
}

/**
 * The picture: the only input, or the only one with the shape of a picture. All others have to be given.
 * @throws CamdriftError `config-invalid` where something is given that the model does not take, `model-unsupported` where there is no
 * picture, more than one, or an input that nobody gives
 */
export function pictureAmong<T extends DeclaredInput>(inputs: readonly T[], given: Iterable<string>): T {
  const others = new Set(given);
  requireTaken(inputs, others);
  const asked = inputs.filter(({ name }) => !others.has(name));
  const pictures = asked.length === 1 ? asked : asked.filter(isPicture);
  const [picture, ...rest] = pictures;
  const open = asked.filter(input => input !== picture);
  if (picture && rest.length === 0 && open.length === 0) return picture;
  throw severalInputs(inputs, pictures.length === 1 ? open : []);
}

function requireTaken(inputs: readonly DeclaredInput[], given: ReadonlySet<string>): void {
  const unknown = [...given].find(name => !inputs.some(input => input.name === name));
  if (unknown === undefined) return;
  const names = inputs.map(({ name }) => `\`${name}\``).join(', ');
  throw new CamdriftError('config-invalid', `The model has no input \`${unknown}\`; it has ${names}.`, {
    remedy: 'Correct the name under `inputs`, or leave it out.',
  });
}

/** Of four axes, the channels first or last. */
function isPicture({ sizes }: DeclaredInput): boolean {
  const [, first, , third, ...more] = sizes;
  return third !== undefined && more.length === 0 && [first, third].some(size => size !== null && size! <= 4);
}

function severalInputs(inputs: readonly DeclaredInput[], open: readonly DeclaredInput[]): CamdriftError {
  const told = ({ name, sizes }: DeclaredInput) =>
    `${name} of ${sizes.map(size => size ?? '?').join(' x ') || 'a scalar'}`;
  const names = open.map(({ name }) => `${name}: 0`).join(', ');
  const remedy = `Say what the others are given: \`inputs: { ${names} }\` in the configuration, a number for all of it or the path of a .npy file; on the command line --input ${open[0]?.name}=0.`;
  return new CamdriftError(
    'model-unsupported',
    `The model has ${inputs.length} inputs${inputs.length > 0 ? ` (${inputs.map(told).join(', ')})` : ''}; camdrift explains models with one image input.`,
    names === '' ? {} : { remedy },
  );
}
