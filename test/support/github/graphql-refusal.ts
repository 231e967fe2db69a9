/** GitHub says no, in the way of its GraphQL API: with status 200 and a type. */
export class GraphQlRefusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
