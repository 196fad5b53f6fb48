import { describeDevice } from '../../device-contract/contract.ts';
import { describeFaults } from '../../device-contract/fault-contract.ts';
import { benches } from './benches.ts';

for (const [place, makeBench] of benches) {
  describeDevice(place, makeBench);
  describeFaults(place, makeBench);
}
