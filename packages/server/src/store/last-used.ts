/** Values that are costly to make, as many as were used last. */
export class LastUsed<Value> {
  readonly #most: number;
  readonly #known = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value under this key, made where it is not known. */
  get(key: string, make: () => Value): Value {
    const value = this.#known.has(key) ? this.#known.get(key)! : make();
    this.#known.delete(key);
    this.#known.set(key, value);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value!);
    return value;
  }
}
