// Preloaded before safeleaf: somebody sets the clock back, again and again; each look at it is an hour earlier.
let now = Date.UTC(2026, 10, 23, 23);

globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [globalThis.Date.now()] : given));
  }
  static now() {
    now -= 60 * 60 * 1000;
    return Math.max(now, Date.UTC(2026, 10, 23));
  }
};
