// Preloaded before safeleaf: today is the day on which every test runs. The tool itself has no such switch.
const DAY = Date.UTC(2026, 10, 23, 12);
const started = performance.now();

globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [DAY + performance.now() - started] : given));
  }
  static now() {
    return DAY + performance.now() - started;
  }
};
