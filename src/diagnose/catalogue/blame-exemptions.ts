import { alwaysExemptGroups } from './always-exempt.ts';

/** Functions that are never to blame for some kinds of report, and those that are never to blame at all. */
export const skipGroups = {
  ...alwaysExemptGroups,
  /** Allocators proper. */
  allocator: [/^_*k[vmcz]*(?:re)?alloc/, /^_*vz?alloc/, /vmalloc/, /kmem_/, /slab/, /kmalloc/, /k[cz]alloc/],
  /** Functions that allocate for their caller: what leaks is not theirs. */
  allocation: [
    /alloc/,
    /kmem/,
    /slab/,
    /mmap/,
    /(?:str|mem)n?dup/,
    /^k?v?asprintf/,
    /^_*list_lru_init/,
    /^pcpu_create/,
    /^create_object/,
    /^idr_(?:get|preload)/,
    /^_*get_free_page/,
    /^_*build_skb/,
    /^_*kobject_(?:set_name|init_and_add|add)/,
    /^dev_set_name/,
  ],
  /** Freeing memory. */
  free: [
    /kmem_/,
    /slab/,
    /^_*k?v?free/,
    /^_*vunmap/,
    /^_*folio_put/,
    /^__?put_page/,
    /^mempool_free/,
    /^cache_free/,
    /^rcu_free_/,
  ],
  /** Users of debug objects. */
  objects: [/^_*debug_/, /^init_timer/, /rcu/, /^_*h?r?timer_/, /work_/, /^_*percpu_/, /^__?init_work/, /^queue_/],
  /** Checks of pages that are allocated or freed. */
  pageCheck: [
    /page_?(?:is_)?bad/,
    /^(?:print_)?bad_p/,
    /^check_(?:new_page|free_page|pcp)/,
    /^_*free_(?:pages?|pcp|unref|frozen)_?/,
    /^prep_new_page/,
    /^get_page_from_freelist/,
    /^post_alloc_hook/,
    /^rmqueue/,
    /^release_pages/,
    /^_*folios?_put/,
    /^page_remove_rmap/,
    /^_*filemap_(?:get|alloc)_folio/,
    /^pagecache_get_page/,
    /^_*page_pool_/,
    /^vm_normal_page/,
  ],
  /** The page allocator. */
  pages: [/^_*alloc_(?:frozen_)?pages?/, /^__alloc/, /^_*get_free_page/, /^_*folio_alloc/],
  /** Ciphers, which process whatever they are given; drivers have some, too. */
  crypto: [/^aes/, /crypto/, /cipher/, /rng_/, /^(?:xts|cbc|ctr|ecb)_/, /^(?:sha\d|md5|crc)/],
  usercopy: [/usercopy/, /^_*check_(?:object_size|heap|stack)/, /^check_/],
  kobject: [/kobject_/],
  procfs: [/^_*proc_/, /^remove_proc/],
  refcount: [
    /^(?:\w+_)?refcount_(?:inc|dec|add|sub|set|warn|error|read|check|get|put)/,
    /kobject_/,
    /^(?:put|get)_device/,
  ],
  lockApi: [/^(?:lock|release)_sock/, /^_*lock_sock/],
  preemption: [/preempt/],
  rcu: [/rcu/],
  schedule: [/^_*schedule/, /^preempt_schedule/, /^io_schedule/, /retint_kernel/, /^[mu]?sleep/, /^do_nanosleep$/],
  threads: [/^kthread$/, /^ret_from_fork/, /^check_/, /^print_/],
  perfEvents: [
    /^perf_(?:trace|tp|try)_/,
    /^tp_perf_event/,
    /^_?free_event$/,
    /^perf_event_alloc$/,
    /^inherit_(?:event|task)/,
  ],
  usbSubmit: [/^usb_(?:submit_urb|start_wait_urb|bulk_msg|interrupt_msg|control_msg)/],
  stackCheck: [/stack_chk/],
  staticKey: [/stack/, /lock/, /IRQ/],
  overflow: [/ubsan/, /overflow/],
  interrupt: [/^(?:smp_)?apic_timer_interrupt/, /^asm_sysvec/, /^rcu/],
} as const satisfies Record<string, readonly RegExp[]>;

export type SkipGroup = keyof typeof skipGroups;

/** The groups that apply to every kind of report. */
export const alwaysExempt = Object.keys(alwaysExemptGroups) as readonly SkipGroup[];
