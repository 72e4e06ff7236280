import { answering } from './answering.js';
import { type Chunk, ChunkWriter } from './write-chunk.js';

const writer = new ChunkWriter();

/** What a thread that writes leaflets runs. */
export default answering((chunk: Chunk) => writer.write(chunk));
