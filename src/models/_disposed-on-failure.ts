/** What `use` makes of a model it takes over; when it throws, the model's weights are let go of. */
export function disposedOnFailure<M extends { dispose(): unknown }, T>(model: M, use: (model: M) => T): T {
  try {
    return use(model);
  } catch (error) {
    model.dispose();
    throw error;
  }
}
