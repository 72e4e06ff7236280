// Preloaded before safeleaf: a fault inside it, which no input can bring about.
Array.prototype.flatMap = () => {
  throw new TypeError('flatMap is broken on purpose');
};
