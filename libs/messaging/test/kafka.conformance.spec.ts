import { afterAll, beforeAll, it } from '@jest/globals';
import { conformance } from './conformance/suite.js';
import { KafkaForTests, whyNoKafka } from './fixture/kafka-for-tests.js';
import { kafkaUnderTest } from './fixture/kafka-under-test.js';

const absent = whyNoKafka();

if (absent) {
  process.stderr.write(`${absent}\n`);
  it.skip(absent, () => undefined);
} else {
  const broker = new KafkaForTests();
  beforeAll(() => broker.start(), 120_000);
  afterAll(() => broker.stop());

  conformance(kafkaUnderTest(broker));
}
