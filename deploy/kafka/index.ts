export { cacheFolder } from './kafka-jars.js';
export { MissingToolError } from './missing-tool.error.js';
export { startKafka, type KafkaSettings, type RunningKafka } from './start-kafka.js';
