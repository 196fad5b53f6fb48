// SPDX-License-Identifier: GPL-2.0-only
/*
 * The processor of a real guest in the hands of a test on the host: /dev/poke
 * takes a line, does to a PCI device what it says, and is read for the answer.
 * Numbers are hexadecimal.
 *
 *   count                        how many devices there are
 *   select N                     the device that all that follows is about, by PCI address
 *   r BAR OFFSET BYTES           read a BAR
 *   w BAR OFFSET BYTES VALUE
 *   cr OFFSET BYTES              read configuration space
 *   cw OFFSET BYTES VALUE
 *   enable none|msi|msix         as a driver's probe does; says how many vectors there are
 *   master 0|1                   bus mastering
 *   mask VECTOR 0|1              in the table of MSI-X
 *   reset                        of the bus below the device's bridge; nothing is restored
 *   interrupts                   vectors whose handler has run, in that order
 *   allocate BYTES               memory for DMA: its number and its address
 *   use N                        the memory that /dev/poke-memory is
 *   fuzz SEED COUNT              so many accesses, to whatever comes up
 *   exchange ROUNDS              what a driver does: registers, interrupts, DMA to
 *                                and fro; says how many reads, writes, interrupts
 *                                and transfers there were, and what went wrong
 */

#include <linux/delay.h>
#include <linux/dma-mapping.h>
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/io-64-nonatomic-lo-hi.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/prandom.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#define POKE_VECTORS	32
#define POKE_BUFFERS	64
#define POKE_SEEN	512
#define POKE_ANSWER	4096

/* Registers of the sample device, in BAR 0 */
#define SAMPLE_SCRATCH	0x04
#define SAMPLE_CONTROL	0x18
#define SAMPLE_BELL	0x28
#define SAMPLE_ADDRESS	0x30
#define SAMPLE_LENGTH	0x38
#define SAMPLE_RESULT	0x3c
#define SAMPLE_BREAK	0x40

#define SAMPLE_FETCH	0x1
#define SAMPLE_SEND	0x5
#define SAMPLE_DONE	0x1

struct poke {
	struct list_head list;
	struct pci_dev *pdev;
	void __iomem *bars[PCI_STD_NUM_BARS];
	struct pci_saved_state *probed;
	int vectors;
	struct poke_vector {
		struct poke *poke;
		int number;
	} vector[POKE_VECTORS];
	/* Written by the interrupt handlers */
	atomic_t seen_count;
	u8 seen[POKE_SEEN];
};

struct poke_buffer {
	struct device *device;
	void *bytes;
	dma_addr_t address;
	size_t length;
};

static DECLARE_WAIT_QUEUE_HEAD(poke_wait);

/* One command at a time. Protects all that follows. */
static DEFINE_MUTEX(poke_lock);
static LIST_HEAD(poke_devices);
static struct poke *poke_selected;
static struct poke_buffer poke_buffers[POKE_BUFFERS];
static unsigned int poke_buffer_count;
static struct poke_buffer *poke_used;
static char poke_answer[POKE_ANSWER];

/* ---- Interrupts ---- */

static irqreturn_t poke_irq(int irq, void *data)
{
	struct poke_vector *vector = data;
	unsigned int at = atomic_inc_return(&vector->poke->seen_count) - 1;

	if (at < POKE_SEEN)
		vector->poke->seen[at] = vector->number;
	wake_up(&poke_wait);
	return IRQ_HANDLED;
}

static void poke_free_vectors(struct poke *poke)
{
	int i;

	for (i = 0; i < poke->vectors; i++)
		free_irq(pci_irq_vector(poke->pdev, i), &poke->vector[i]);
	if (poke->vectors)
		pci_free_irq_vectors(poke->pdev);
	poke->vectors = 0;
}

static int poke_alloc_vectors(struct poke *poke, unsigned int kind)
{
	int i, ret, granted;

	granted = pci_alloc_irq_vectors(poke->pdev, 1, POKE_VECTORS, kind);
	for (i = 0; i < granted; i++) {
		poke->vector[i] = (struct poke_vector){ .poke = poke, .number = i };
		ret = request_irq(pci_irq_vector(poke->pdev, i), poke_irq, 0, "poke", &poke->vector[i]);
		if (ret)
			return ret;
		poke->vectors = i + 1;
	}
	return granted;
}

/* ---- Commands: each leaves its answer, or returns an error ---- */

static int poke_answer_value(u64 value)
{
	snprintf(poke_answer, sizeof(poke_answer), "%llx\n", value);
	return 0;
}

static int poke_count(void)
{
	struct poke *poke;
	unsigned int count = 0;

	list_for_each_entry(poke, &poke_devices, list)
		count++;
	return poke_answer_value(count);
}

static unsigned int poke_place(struct poke *poke)
{
	return poke->pdev->bus->number << 8 | poke->pdev->devfn;
}

static int poke_select(unsigned int number)
{
	struct poke *poke, *other;

	list_for_each_entry(poke, &poke_devices, list) {
		unsigned int before = 0;

		list_for_each_entry(other, &poke_devices, list)
			before += poke_place(other) < poke_place(poke);
		if (before != number)
			continue;
		poke_selected = poke;
		return poke_answer_value(poke_place(poke));
	}
	return -ENODEV;
}

static int poke_read(struct poke *poke, unsigned int bar, unsigned int offset, unsigned int bytes)
{
	void __iomem *at = poke->bars[bar] + offset;

	switch (bytes) {
	case 1:
		return poke_answer_value(readb(at));
	case 2:
		return poke_answer_value(readw(at));
	case 4:
		return poke_answer_value(readl(at));
	case 8:
		return poke_answer_value(readq(at));
	}
	return -EINVAL;
}

static int poke_write(struct poke *poke, unsigned int bar, unsigned int offset, unsigned int bytes, u64 value)
{
	void __iomem *at = poke->bars[bar] + offset;

	switch (bytes) {
	case 1:
		writeb(value, at);
		return 0;
	case 2:
		writew(value, at);
		return 0;
	case 4:
		writel(value, at);
		return 0;
	case 8:
		writeq(value, at);
		return 0;
	}
	return -EINVAL;
}

static int poke_read_config(struct poke *poke, unsigned int offset, unsigned int bytes)
{
	u32 value = 0;
	u16 half;
	u8 byte;

	switch (bytes) {
	case 1:
		pci_read_config_byte(poke->pdev, offset, &byte);
		value = byte;
		break;
	case 2:
		pci_read_config_word(poke->pdev, offset, &half);
		value = half;
		break;
	case 4:
		pci_read_config_dword(poke->pdev, offset, &value);
		break;
	default:
		return -EINVAL;
	}
	return poke_answer_value(value);
}

static int poke_write_config(struct poke *poke, unsigned int offset, unsigned int bytes, u32 value)
{
	switch (bytes) {
	case 1:
		return pci_write_config_byte(poke->pdev, offset, value);
	case 2:
		return pci_write_config_word(poke->pdev, offset, value);
	case 4:
		return pci_write_config_dword(poke->pdev, offset, value);
	}
	return -EINVAL;
}

static int poke_enable(struct poke *poke, const char *mode)
{
	int granted = 0;

	poke_free_vectors(poke);
	pci_load_saved_state(poke->pdev, poke->probed);
	pci_restore_state(poke->pdev);
	pci_set_master(poke->pdev);
	if (!strcmp(mode, "msi"))
		granted = poke_alloc_vectors(poke, PCI_IRQ_MSI);
	else if (!strcmp(mode, "msix"))
		granted = poke_alloc_vectors(poke, PCI_IRQ_MSIX);
	return granted < 0 ? granted : poke_answer_value(granted);
}

static int poke_master(struct poke *poke, unsigned int is_on)
{
	if (is_on)
		pci_set_master(poke->pdev);
	else
		pci_clear_master(poke->pdev);
	return 0;
}

static int poke_mask(struct poke *poke, unsigned int vector, unsigned int is_masked)
{
	u32 table;

	pci_read_config_dword(poke->pdev, poke->pdev->msix_cap + PCI_MSIX_TABLE, &table);
	writel(is_masked, poke->bars[table & PCI_MSIX_TABLE_BIR] + (table & PCI_MSIX_TABLE_OFFSET) +
	       PCI_MSIX_ENTRY_SIZE * vector + PCI_MSIX_ENTRY_VECTOR_CTRL);
	return 0;
}

static int poke_reset(struct poke *poke)
{
	struct pci_dev *bridge = poke->pdev->bus->self;
	u16 control;

	if (!bridge)
		return -ENOTTY;
	poke_free_vectors(poke);
	pci_read_config_word(bridge, PCI_BRIDGE_CONTROL, &control);
	pci_write_config_word(bridge, PCI_BRIDGE_CONTROL, control | PCI_BRIDGE_CTL_BUS_RESET);
	msleep(2);
	pci_write_config_word(bridge, PCI_BRIDGE_CONTROL, control);
	return 0;
}

static int poke_interrupts(struct poke *poke)
{
	unsigned int i, count = min_t(unsigned int, atomic_read(&poke->seen_count), POKE_SEEN);
	int length = 0;

	for (i = 0; i < count; i++)
		length += scnprintf(poke_answer + length, sizeof(poke_answer) - length, "%x ", poke->seen[i]);
	scnprintf(poke_answer + length, sizeof(poke_answer) - length, "\n");
	return 0;
}

static int poke_allocate(struct poke *poke, size_t length)
{
	struct poke_buffer *buffer = &poke_buffers[poke_buffer_count];

	if (poke_buffer_count == POKE_BUFFERS)
		return -ENOSPC;
	buffer->bytes = dma_alloc_coherent(&poke->pdev->dev, length, &buffer->address, GFP_KERNEL);
	if (!buffer->bytes)
		return -ENOMEM;
	buffer->device = &poke->pdev->dev;
	buffer->length = length;
	snprintf(poke_answer, sizeof(poke_answer), "%x %llx\n", poke_buffer_count++, (u64)buffer->address);
	return 0;
}

static int poke_use(unsigned int number)
{
	if (number >= poke_buffer_count)
		return -ENOENT;
	poke_used = &poke_buffers[number];
	return 0;
}

/*
 * Where the sample device has something, but for the register that breaks it;
 * and configuration space, written only behind its capabilities: QEMU 11.1
 * itself gives up a device whose guest switches MSI-X on and off at random.
 */
static int poke_fuzz(struct poke *poke, u32 seed, unsigned int count)
{
	struct rnd_state random;
	unsigned int i;

	prandom_seed_state(&random, seed);
	for (i = 0; i < count; i++) {
		u32 what = prandom_u32_state(&random), value = prandom_u32_state(&random);
		unsigned int bytes = 1 << (what & 3);
		/* Half of them among the registers */
		unsigned int offset = (what >> 8 & (what >> 21 & 1 ? 0x3f : 0xfff)) & ~(bytes - 1);

		if ((what >> 4 & 7) == 0)
			poke_write_config(poke, 0x60 + (offset & 0x9c), 4, value);
		else if ((what >> 4 & 7) == 1)
			poke_read_config(poke, offset & 0xfc, 4);
		else if (what >> 7 & 1 && (offset & ~7U) != SAMPLE_BREAK)
			poke_write(poke, 0, offset, bytes, value & (what >> 20 & 1 ? 0xff : ~0U));
		else
			poke_read(poke, 0, offset, bytes);
	}
	return 0;
}

struct poke_exchange {
	struct poke *poke;
	unsigned int reads, writes, interrupts, transfers, wrong;
};

/* An interrupt that does not come within two seconds is lost. */
static void poke_ring(struct poke_exchange *all, unsigned int offset, u32 value)
{
	unsigned int before = atomic_read(&all->poke->seen_count);

	writel(value, all->poke->bars[0] + offset);
	all->writes++;
	if (wait_event_timeout(poke_wait, atomic_read(&all->poke->seen_count) > before, 2 * HZ))
		all->interrupts++;
	else
		all->wrong++;
}

static void poke_expect(struct poke_exchange *all, unsigned int offset, u32 expected)
{
	all->reads++;
	if (readl(all->poke->bars[0] + offset) != expected)
		all->wrong++;
}

static void poke_move(struct poke_exchange *all, dma_addr_t address, u32 command)
{
	void __iomem *regs = all->poke->bars[0];

	writeq(address, regs + SAMPLE_ADDRESS);
	writel(PAGE_SIZE, regs + SAMPLE_LENGTH);
	all->writes += 2;
	poke_ring(all, SAMPLE_CONTROL, command);
	poke_expect(all, SAMPLE_RESULT, SAMPLE_DONE);
	all->transfers++;
}

static int poke_exchange(struct poke *poke, unsigned int rounds)
{
	struct poke_exchange all = { .poke = poke };
	struct device *device = &poke->pdev->dev;
	dma_addr_t out_address, back_address;
	u8 *out = dma_alloc_coherent(device, PAGE_SIZE, &out_address, GFP_KERNEL);
	u8 *back = dma_alloc_coherent(device, PAGE_SIZE, &back_address, GFP_KERNEL);
	unsigned int i;

	if (!out || !back)
		return -ENOMEM;
	for (i = 0; i < rounds; i++) {
		get_random_bytes(out, PAGE_SIZE);
		writel(i, poke->bars[0] + SAMPLE_SCRATCH);
		all.writes++;
		poke_expect(&all, SAMPLE_SCRATCH, i);
		poke_ring(&all, SAMPLE_BELL, 1 + i % 3);
		poke_move(&all, out_address, SAMPLE_FETCH);
		poke_move(&all, back_address, SAMPLE_SEND);
		all.wrong += memcmp(out, back, PAGE_SIZE) != 0;
	}
	dma_free_coherent(device, PAGE_SIZE, out, out_address);
	dma_free_coherent(device, PAGE_SIZE, back, back_address);
	snprintf(poke_answer, sizeof(poke_answer), "reads=%u writes=%u interrupts=%u transfers=%u wrong=%u\n",
		 all.reads, all.writes, all.interrupts, all.transfers, all.wrong);
	return 0;
}

static int poke_run_on(struct poke *poke, const char *line)
{
	unsigned int a, b, c;
	char word[8];
	u64 value;

	if (sscanf(line, "w %x %x %x %llx", &a, &b, &c, &value) == 4)
		return a < PCI_STD_NUM_BARS && poke->bars[a] ? poke_write(poke, a, b, c, value) : -ENXIO;
	if (sscanf(line, "r %x %x %x", &a, &b, &c) == 3)
		return a < PCI_STD_NUM_BARS && poke->bars[a] ? poke_read(poke, a, b, c) : -ENXIO;
	if (sscanf(line, "cw %x %x %llx", &a, &b, &value) == 3)
		return poke_write_config(poke, a, b, value);
	if (sscanf(line, "cr %x %x", &a, &b) == 2)
		return poke_read_config(poke, a, b);
	if (sscanf(line, "enable %7s", word) == 1)
		return poke_enable(poke, word);
	if (sscanf(line, "master %x", &a) == 1)
		return poke_master(poke, a);
	if (sscanf(line, "mask %x %x", &a, &b) == 2)
		return poke_mask(poke, a, b);
	if (sscanf(line, "allocate %x", &a) == 1)
		return poke_allocate(poke, a);
	if (sscanf(line, "fuzz %x %x", &a, &b) == 2)
		return poke_fuzz(poke, a, b);
	if (sscanf(line, "exchange %x", &a) == 1)
		return poke_exchange(poke, a);
	if (!strcmp(line, "reset"))
		return poke_reset(poke);
	if (!strcmp(line, "interrupts"))
		return poke_interrupts(poke);
	return -EINVAL;
}

static int poke_run(const char *line)
{
	unsigned int number;

	strscpy(poke_answer, "ok\n", sizeof(poke_answer));
	if (!strcmp(line, "count"))
		return poke_count();
	if (sscanf(line, "select %x", &number) == 1)
		return poke_select(number);
	if (sscanf(line, "use %x", &number) == 1)
		return poke_use(number);
	return poke_selected ? poke_run_on(poke_selected, line) : -ENODEV;
}

/* ---- /dev/poke and /dev/poke-memory ---- */

static ssize_t poke_file_write(struct file *file, const char __user *from, size_t length, loff_t *offset)
{
	char line[128];
	int ret;

	if (length >= sizeof(line))
		return -E2BIG;
	if (copy_from_user(line, from, length))
		return -EFAULT;
	line[length] = '\0';
	mutex_lock(&poke_lock);
	ret = poke_run(strim(line));
	if (ret)
		snprintf(poke_answer, sizeof(poke_answer), "error %d\n", ret);
	mutex_unlock(&poke_lock);
	/* What is read next is this answer, from its beginning. */
	*offset = 0;
	return length;
}

static ssize_t poke_file_read(struct file *file, char __user *to, size_t length, loff_t *offset)
{
	return simple_read_from_buffer(to, length, offset, poke_answer, strlen(poke_answer));
}

static ssize_t poke_memory_read(struct file *file, char __user *to, size_t length, loff_t *offset)
{
	return poke_used ? simple_read_from_buffer(to, length, offset, poke_used->bytes, poke_used->length) : -ENODEV;
}

static ssize_t poke_memory_write(struct file *file, const char __user *from, size_t length, loff_t *offset)
{
	return poke_used ? simple_write_to_buffer(poke_used->bytes, poke_used->length, offset, from, length) : -ENODEV;
}

static const struct file_operations poke_file = {
	.owner = THIS_MODULE,
	.read = poke_file_read,
	.write = poke_file_write,
};

static const struct file_operations poke_memory_file = {
	.owner = THIS_MODULE,
	.read = poke_memory_read,
	.write = poke_memory_write,
};

static struct miscdevice poke_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "poke", .fops = &poke_file };
static struct miscdevice poke_memory_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "poke-memory", .fops = &poke_memory_file };

/* ---- Devices: whatever has this vendor ---- */

static int poke_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct poke *poke = devm_kzalloc(&pdev->dev, sizeof(*poke), GFP_KERNEL);
	int bar, ret;

	if (!poke)
		return -ENOMEM;
	ret = pcim_enable_device(pdev);
	if (ret)
		return ret;
	ret = dma_set_mask_and_coherent(&pdev->dev, DMA_BIT_MASK(64));
	if (ret)
		return ret;
	for (bar = 0; bar < PCI_STD_NUM_BARS; bar++)
		if (pci_resource_flags(pdev, bar) & IORESOURCE_MEM)
			poke->bars[bar] = pcim_iomap(pdev, bar, 0);
	poke->pdev = pdev;
	pci_save_state(pdev);
	poke->probed = pci_store_saved_state(pdev);
	pci_set_drvdata(pdev, poke);
	mutex_lock(&poke_lock);
	list_add_tail(&poke->list, &poke_devices);
	mutex_unlock(&poke_lock);
	return 0;
}

static void poke_remove(struct pci_dev *pdev)
{
	struct poke *poke = pci_get_drvdata(pdev);

	mutex_lock(&poke_lock);
	list_del(&poke->list);
	if (poke_selected == poke)
		poke_selected = NULL;
	poke_free_vectors(poke);
	mutex_unlock(&poke_lock);
	kfree(poke->probed);
}

static const struct pci_device_id poke_ids[] = { { PCI_DEVICE(0x1de5, PCI_ANY_ID) }, { } };
MODULE_DEVICE_TABLE(pci, poke_ids);

static struct pci_driver poke_driver = {
	.name = "poke",
	.id_table = poke_ids,
	.probe = poke_probe,
	.remove = poke_remove,
};

static void poke_free_buffers(void)
{
	while (poke_buffer_count--) {
		struct poke_buffer *buffer = &poke_buffers[poke_buffer_count];

		dma_free_coherent(buffer->device, buffer->length, buffer->bytes, buffer->address);
	}
}

static int __init poke_init(void)
{
	int ret = misc_register(&poke_misc);

	if (ret)
		return ret;
	ret = misc_register(&poke_memory_misc);
	if (ret)
		goto no_memory;
	ret = pci_register_driver(&poke_driver);
	if (ret)
		goto no_driver;
	return 0;

no_driver:
	misc_deregister(&poke_memory_misc);
no_memory:
	misc_deregister(&poke_misc);
	return ret;
}

static void __exit poke_exit(void)
{
	misc_deregister(&poke_memory_misc);
	misc_deregister(&poke_misc);
	poke_free_buffers();
	pci_unregister_driver(&poke_driver);
}

module_init(poke_init);
module_exit(poke_exit);
MODULE_DESCRIPTION("PCI devices in the hands of a test on the host");
MODULE_LICENSE("GPL");
