import type { World } from '../fixture/world.js';

/** What each part of the suite runs in: topics, databases and nodes that are new for every test. */
export interface Setting {
  world: World;
}
