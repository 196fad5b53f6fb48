import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../src/provision/kernel/source/config-values.ts';
import { conjuncts, evaluate } from '../../../../src/provision/kernel/source/kconfig-expression.ts';
import { readKconfig } from '../../../../src/provision/kernel/source/kconfig-tree.ts';
import { unmetWishes, type Wanted } from '../../../../src/provision/kernel/source/unmet-wishes.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { writeTree } from '../write-tree.ts';

const kconfig = `
mainmenu "Linux/$(ARCH) Kernel Configuration"
source "lib/Kconfig.debug"
source "arch/$(SRCARCH)/Kconfig"

config MODULES
	bool "Enable loadable module support"
	help
	  config NOT_A_SYMBOL is only mentioned here.

	  depends on nothing either.

menuconfig BUS
	bool "A bus"
	depends on HAS_BUS && \\
		   MODULES

if BUS
config DRIVER
	tristate "A driver" if EXPERT
	depends on (LIBRARY || OTHER) && !SMALL
config HIDDEN
	tristate
endif
`;

const debug = `
choice
	prompt "One of two"
	depends on DEBUG
config ONE
	bool "One"
endchoice
menu "Checks"
	depends on !SMALL
config CHECK
	bool "Check"
	depends on ONE = y
endmenu
`;

function unmet(wishes: readonly string[], config: string, mayLack: Wanted['mayLack'] = 'never'): readonly string[] {
  const tree = temporaryDirectory();
  writeTree(tree, {
    Kconfig: kconfig,
    'lib/Kconfig.debug': debug,
    'arch/x86/Kconfig': 'config HAS_BUS\n\tdef_bool y\n',
  });
  const wanted = [...parseConfig(wishes.join('\n'))].map(([symbol, value]) => ({
    symbol,
    value,
    origin: '+x',
    mayLack,
  }));
  return unmetWishes(wanted, parseConfig(config), () => readKconfig(tree));
}

describe('what did not survive', () => {
  it('is nothing when the configuration grants it, a module also as built in', () => {
    expect(unmet(['CONFIG_A=y', 'CONFIG_B=m', '# CONFIG_C is not set'], 'CONFIG_A=y\nCONFIG_B=y\n')).toEqual([]);
  });

  it('names the unmet dependency, and what that depends on', () => {
    expect(unmet(['CONFIG_DRIVER=m'], 'CONFIG_HAS_BUS=y\nCONFIG_EXPERT=y\n')).toEqual([
      '+x: CONFIG_DRIVER=m is not set: it depends on BUS, which is not set (it depends on MODULES, which is not ' +
        'set), and on LIBRARY || OTHER',
    ]);
  });

  it('names what excludes it, and a condition of its prompt', () => {
    const ground = 'CONFIG_BUS=y\nCONFIG_LIBRARY=y\n';
    expect(unmet(['CONFIG_DRIVER=y'], `${ground}CONFIG_SMALL=y\n`)).toEqual([
      '+x: CONFIG_DRIVER=y is not set: it depends on EXPERT, which is not set, and on !SMALL, and SMALL is y',
    ]);
  });

  it('says that a driver is a module because its bus is one', () => {
    const config = 'CONFIG_BUS=m\nCONFIG_LIBRARY=y\nCONFIG_EXPERT=y\nCONFIG_DRIVER=m\n';
    expect(unmet(['CONFIG_DRIVER=y'], config)).toEqual([
      '+x: CONFIG_DRIVER=y is m: it depends on BUS, which is m (it depends on HAS_BUS, which is not set, and on ' +
        'MODULES, which is not set)',
    ]);
  });

  it('knows conditions of menus and choices', () => {
    expect(unmet(['CONFIG_ONE=y'], '')).toEqual(['+x: CONFIG_ONE=y is not set: it depends on DEBUG, which is not set']);
    expect(unmet(['CONFIG_CHECK=y'], 'CONFIG_SMALL=y\nCONFIG_ONE=y\n')).toEqual([
      '+x: CONFIG_CHECK=y is not set: it depends on !SMALL, and SMALL is y',
    ]);
  });

  it('says what can never be set, and what does not exist', () => {
    expect(unmet(['CONFIG_HIDDEN=y'], '')).toEqual([
      '+x: CONFIG_HIDDEN=y is not set: it cannot be set; only other symbols select it',
    ]);
    expect(unmet(['CONFIG_DRIVR=y', 'CONFIG_NOT_A_SYMBOL=y'], '')).toEqual([
      '+x: CONFIG_DRIVR=y is not set: this kernel has no such symbol; did you mean CONFIG_DRIVER?',
      '+x: CONFIG_NOT_A_SYMBOL=y is not set: this kernel has no such symbol',
    ]);
  });

  it('lets a kernel lack what it does not know, where that is allowed', () => {
    expect(unmet(['CONFIG_DRIVR=y'], '', 'unknown')).toEqual([]);
    expect(unmet(['CONFIG_ONE=y'], '', 'unknown')).toHaveLength(1);
    expect(unmet(['CONFIG_ONE=y'], '', 'any')).toEqual([]);
  });
});

describe('an expression of Kconfig', () => {
  const values = parseConfig('CONFIG_Y=y\nCONFIG_M=m\nCONFIG_NUMBER=7\nCONFIG_TEXT="abc"\n');
  it.each([
    ['Y && M', 'm'],
    ['Y || N', 'y'],
    ['!M', 'm'],
    ['!(Y && N)', 'y'],
    ['M=m && TEXT="abc"', 'y'],
    ['NUMBER >= 7 && NUMBER < 8', 'y'],
    ['NUMBER != 7', 'n'],
    ['$(cc-option,-fsanitize=kernel-address)', 'y'],
    ['((((', 'y'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(expression, values)).toBe(expected);
  });

  it('is taken apart at its top', () => {
    expect(conjuncts('A && (B || C) && (D && !E)')).toEqual(['A', 'B || C', 'D', '!E']);
    expect(conjuncts('A && B || C')).toEqual(['A && B || C']);
    expect(conjuncts('(A) && (B)')).toEqual(['A', 'B']);
  });
});
