/** Functions that report, check, lock, copy or dispatch on behalf of others. Data, grouped by why they are innocent. */
export const skipGroups = {
  /** Sanitizers' own code and the accessors that they instrument. */
  sanitizer: [
    /^_*(?:hw)?(?:asan|msan|tsan|kasan|kmsan|kcsan|kfence|ubsan|sanitizer|kcov)_/, /kasan|kmsan|kcsan|kfence/,
    /^(?:check_memory_region|check_region)/, /^read_word_at_a_time$/, /^instrument_/, /^print_(?:address_description|report)/,
    /^handle_overflow$/, /^report_(?:sanitizer|enabled)/, /^__?read_once_(?:size|nocheck|word)/, /^msan_/,
    /^stack_trace_(?:save|consume)/, /^(?:__)?save_stack/,
  ],
  /** What prints a report, and panics. */
  reporting: [
    /^_*dump_stack/, /^show_stack/, /^dump_backtrace/, /^unwind_backtrace/, /^_*panic/, /panic$/, /^panic_/, /^check_panic_on_warn$/, /^nmi_panic/,
    /^_*warn(?:_slowpath|_alloc|_printk|$)/, /^warn_/, /^_*report_bug/, /^fixup_bug/, /^handle_bug$/, /^die$/, /^_*die_body/, /^oops_/, /^crash_/,
    /^print_.*(?:bug|error|stall|usage|inversion)/, /^__schedule_bug/, /^ex_handler_/, /^fixup_exception/,
    /^_*rust_(?:helper_BUG|begin_unwind|panic)/, /^core::(?:panicking|option|result|cell)::/, /rust_begin_unwind$/,
  ],
  /** Entry code of traps and interrupts, by architecture. */
  trap: [
    // x86
    /^(?:do_)?invalid_op$/, /^do_error_trap$/, /^do_trap/, /_trap$/, /^(?:asm_|xen_)?exc_/, /^(?:asm_)?sysvec_/, /^error_entry$/,
    /^(?:x86_|__x86_)?(?:indirect_thunk|return_thunk)/, /_indirect_thunk_/, /^srso_/,
    /^retint_/, /^common_interrupt/, /^asm_common_interrupt/, /^paranoid_/, /^df_debug$/, /^(?:do_|asm_exc_|exc_)?double_fault$/, /^early_idt_handler/,
    // arm64
    /^(?:__)?do_kernel_fault$/, /^do_(?:tag_check_fault|tag_recovery|translation_fault|alignment_fault|bad|bad_area|mem_abort|sp_pc_abort)$/,
    /^el[01](?:h|t)?_(?!svc)/, /^el1_/, /^bug_handler$/, /^brk_handler$/, /^call_break_hook$/, /^do_debug_exception$/, /^call_el1_break_hook/,
    /^reserved_fault_brk_handler$/,
    // arm
    /^do_undefinstr$/, /^__und_(?:svc|usr)/, /^arm_syscall$/, /^do_PrefetchAbort$/, /^__pabt_/,
    // riscv
    /^do_trap_/, /^handle_exception$/, /^ret_from_exception$/, /^handle_break$/,
    // powerpc
    /^program_check_(?:exception|common)/, /^interrupt_return/,
  ],
  /** Locks and lockdep; waking and waiting on them. */
  lock: [
    /(?:spin|read|write)_(?:try)?(?:un)?lock/, /^_*(?:do_)?raw_(?:spin|read|write)/, /spin_(?:lock|trylock|unlock)/, /^_*queued_(?:spin|read|write)/,
    /^native_queued/, /^pv_(?:wait|kick|queued)/,
    /^_*(?:ww_|rt_|rw_)?mutex_/, /^debug_(?:spin|mutex|rt_mutex|write|read)/, /^spin_(?:bug|dump)$/, /^rwlock_bug/,
    /^_*(?:percpu_)?(?:down|up)(?:_read|_write|_interruptible|_killable|_timeout|_trylock|_common|_nested|_slowpath|_failed|_non_owner)*$/,
    /^rwsem_/, /^rwbase_/, /^osq_(?:un)?lock/, /^downgrade_write$/,
    /^_*lock_(?:acquire|release|acquired|contended|downgrade|is_held|class|set_class|pin|unpin|repin)/, /lockdep/,
    /^_*(?:register|assign|look_up)_lock_(?:class|key)/, /^reacquire_held_locks/, /^match_held_lock/, /^find_held_lock/,
    /^(?:mark|check|valid|validate|add)_(?:lock|prev|chain|usage|noncircular|deadlock|irq|wait)/,
    /^check_(?:prevs_add|path|irq_usage|preemption_disabled)/, /^debug_check_no_locks/, /^(?:trace_)?(?:hard|soft)irqs_(?:on|off)/, /^trace_hardirqs/,
    /^perf_trace_lock/, /^lock_torture/,
    /^__lock_acquire/, /rq_lock/, /^assertion_failed$/, /^swake_up/, /^_*wake_up(?!_new_task)/, /^wait_for_completion/, /^complete(?:_all)?$/,
    /^complete_with_flags$/, /^_*local_bh_(?:en|dis)able/, /seqprop/, /^_*local_bh/, /^might_(?:lock|alloc)/, /^class_\w+_(?:con|de)structor$/,
    /^_*guard_/,
  ],
  /** C library kin, and copying to and from programs. */
  copy: [
    /^_*mem(?:cpy|cmp|set|set16|set32|set64|chr|chr_inv|move|scan|zero)(?:_\w+)?$/, /^memcpy_/, /^rep_(?:movs|stos)/,
    /^_*str(?:n|l|s)?(?:cmp|cpy|len|str|chr|cat|casecmp|pbrk|rchr|sep|spn|im|rstrip)(?:_pad|nul)?$/, /^sized_strscpy/,
    /^strn(?:cpy_from_user|len_user)/, /^strscpy/, /^skip_spaces$/, /^bcmp$/, /^_*crc\d*_/, /^aes_/, /^sha\d/, /^chacha/, /^jhash/, /^siphash/,
    /^xxh\d/, /^do_csum/, /^csum_(?:partial|and_copy)/, /^_*fortify_/,
    /^(?:io)?(?:read|write)(?:[bwlq]|8|16|32|64)(?:_relaxed|be|_rep)?$/, /^_*logic_(?:in|out|pio)/, /^_*(?:in|out)s?[bwl](?:_p)?$/, /^mmio_(?:in|out)s/,
    /^_*copy_(?:to|from|in)_(?:user|iter|kernel)/, /^_*copy_(?:user|mc|page_(?:to|from)_iter|folio_(?:to|from)_iter)/, /^copy(?:in|out)(?:_|$)/,
    /^_?copy_(?:to|from)_/, /^raw_copy_/, /^_*(?:get|put|clear)_user/, /^iterate_(?:iovec|bvec|kvec|xarray|folioq|ubuf|and_advance)/,
    /^_*might_(?:fault|sleep|resched)/, /^__might_/, /^_*cond_resched/, /^fault_in_/, /^user_access_/, /^simple_copy_to_iter$/,
    /^copy_(?:from|to)_sockptr/, /^usercopy_/, /^_*check_(?:object_size|heap_object|stack_object|page_span)/,
  ],
  /** Lists, trees, reference counts, bit operations: what they are given is somebody else's. */
  structure: [
    /^_*(?:h|hlist_nulls_|l|p)?list_(?:add|del|replace|move|splice|first|entry|unhashed|empty|for_each|is_|head|bulk|rotate|cut|swap)/,
    /^_*(?:hlist|llist|plist)_/, /^_*refcount_/, /^_*kref_/, /^_*(?:raw_|arch_)?atomic(?:64|_long)?_/,
    /^_*(?:arch_|variable_|constant_|generic_)?(?:__)?(?:test|set|clear|change)(?:_and_(?:set|clear|change))?_bit/,
    /^find_(?:first|next|last)(?:_zero|_and)?_bit$/, /^_*rb_(?:erase|insert)/, /^rb_(?:next|prev|first|last)/,
    /^xas_(?!split)/, /^xa_(?:load|store|erase)/, /^_*rcu_(?:read_(?:un)?lock|is_watching|lock)/, /^rcu_dereference/, /^preempt_count/,
    /^ptr_to_hashval/, /^percpu_ref_(?:get|put|tryget)/, /^__percpu_counter_/, /^percpu_counter_/, /^rhashtable_(?:lookup|walk|insert|remove)/,
    /^_*rhashtable_(?:lookup|insert|remove)/, /^_*(?:idr|ida|radix_tree)_/, /^klist_/, /^ref_tracker_/, /^cleanup_srcu_struct/, /^_*phys_addr/,
    /^_*virt_to_/, /^(?:mas|mt|mtree)_/, /^bitmap_/,
    /^(?:__)?(?:un)?lock_page$/, /^folio_unlock$/, /^mark_buffer_dirty$/, /^find_(?:lock|get)_(?:entries|pages?|pages_range)$/, /^truncate_inode_pages/,
  ],
  /** Formatting and printing. */
  print: [
    /^_*(?:v)?printk/, /^_?printk/, /^vprintk/, /^_?dev_(?:info|notice|warn|err|alert|crit|emerg|printk|vprintk)/, /^dev_(?:v)?printk/,
    /^__(?:netdev|dev|drm)_printk/, /^v?s[cn]*n?printf/, /^v?scnprintf/, /^v?snprintf/, /^k(?:v)?asprintf/, /^kvasprintf/,
    /^string(?:_nocheck)?$/, /^pointer$/, /^format_decode$/, /^number$/, /^console_(?:unlock|flush|emit)/, /^printk_/, /^va_format/, /^widen_string/,
    /^hex_dump/, /^hex_string$/, /^print_hex_dump/, /^seq_(?:v)?printf$/,
  ],
  /** Debug objects, timers, work: they find what their user did. */
  deferred: [
    /^debug_(?:object|check|print|timer|work|hrtimer|rcu)/, /_is_static_object$/, /^(?:try_to_)?del_timer/, /^timer_(?:delete|shutdown)/,
    /^__?timer_delete/, /^__try_to_del_timer/, /^_*flush_(?:work|workqueue|delayed_work)(?:_|$)/, /^__flush_work/,
    /^_*cancel_(?:work|delayed_work|work_timer)/, /^try_to_grab_pending/, /^work_grab_pending/, /^(?:drain|destroy)_workqueue/, /^start_flush_work/,
    /^finish_wait/, /^kthread_stop/, /^timer_fixup/, /^__flush_workqueue/,
    /^_*queue_(?:delayed_)?work/, /^mod_delayed_work/, /^lock_timer_base$/, /^_*mod_timer/, /^sk_(?:stop|reset)_timer/, /^_*timer_delete/,
  ],
  /** The driver core and the USB core act for drivers. */
  core: [
    /^kobject_(?:del|put|release|cleanup|uevent|get|add_internal)/, /^_*kobject_(?:del|put)/, /^add_uevent_var/, /^get_device_parent/,
    /^_*device_(?:add|del|unregister|destroy|remove_file|for_each_child|remove_attrs)/, /^put_device$/, /^get_device$/, /^device_release$/,
    /^devres_/,
    /sysfs_remove/, /^sysfs_warn/, /^kernfs_(?:remove|drain|deactivate)/, /^_*unregister_(?:netdev|client)/, /^rollback_registered/,
    /^tty_unregister_device/, /^hwrng_unregister/, /^i2c_del_adapter/,
    /^(?:dummy|vhci)_urb_enqueue/, /^usb_(?:kill|poison)(?:_anchored)?_urbs?/,
    /^usb_(?:control_msg|hcd_submit_urb|submit_urb|start_wait_urb|bulk_msg|interrupt_msg|internal_control_msg)/,
  ],
  /** Socket buffers, and memory given back: whoever gave them is to blame. */
  release: [
    /^_*k(?:v|z|vz)?free(?:_sensitive|_const|_rcu)?$/, /^_*vfree$/, /^_*kmem_cache_free/, /^_*kfree_skb/, /^consume_skb/,
    /^skb_(?:over_|under_)?panic/, /^skb_(?:put|push|pull)/,
  ],
  /** Allocators proper. */
  allocator: [/^_*k[vmcz]*(?:re)?alloc/, /^_*vz?alloc/, /vmalloc/, /kmem_/, /slab/, /kmalloc/, /kcalloc/, /kzalloc/, /^krealloc/],
  /** Whatever allocates for its caller. */
  allocation: [
    /alloc/, /kmem/, /slab/, /^create_object/, /^idr_(?:get|preload)/, /^list_lru_init/, /^pcpu_create/, /(?:str|mem)n?dup/, /^kv?asprintf/,
    /^kvasprintf/, /mmap/, /^_*get_free_page/, /^object_/, /^build_skb/, /^__build_skb/, /list_lru_init/, /^_*kobject_(?:set_name|init_and_add|add)/,
    /^dev_set_name/,
  ],
  /** Freeing memory. */
  free: [
    /kmem_/, /slab/, /^_*k?v?free/, /^_*vunmap/, /^_*kfree/, /^_*free_(?:pages?|unref|one_page|frozen|pcp|large|the)/, /^_*folio_put/, /^__?put_page/,
    /^mempool_free/, /^free_/, /^do_slab_free/, /^cache_free/, /^rcu_free_/,
  ],
  /** Users of debug objects. */
  objects: [/^_*debug_/, /^init_timer/, /rcu/, /^_*h?r?timer_/, /^hrtimer_/, /work_/, /^_*percpu_/, /^kobject_/, /^__?init_(?:work|timer)/, /^del_timer/, /^queue_/],
  /** Checks of pages that come back or go out. */
  pageCheck: [
    /^bad_page/, /^print_bad_p/, /page_is_bad/, /^check_(?:new_page|free_page|pcp)/, /^(?:__)?free_(?:pages?|pcp|unref|frozen)_?/,
    /^(?:__)?free_pages/, /^prep_new_page/, /^get_page_from_freelist/, /^post_alloc_hook/, /^_*alloc_pages/, /^rmqueue/, /^release_pages/,
    /^_*folio_put/, /^folios_put/, /^page_remove_rmap/, /^_*filemap_(?:get|alloc)_folio/, /^pagecache_get_page/, /^_*page_pool_/, /^vm_normal_page/,
    /page_?bad/,
  ],
  /** Pages for the allocators. */
  pages: [/^_*(?:get_free_|__get_free_)?alloc_(?:frozen_)?pages?/, /^__alloc/, /^_*get_free_page/, /^alloc_page/, /^_*folio_alloc/],
  /** Ciphers compute on what they are given. */
  crypto: [/^aes/, /crypto/, /cipher/, /^drbg_/, /rng_/, /^xts_/, /^cbc_/, /^ctr_/, /^ecb_/, /^sha\d/, /^md5/, /^crc/],
  usercopy: [/usercopy/, /^_*check_(?:object_size|heap|stack)/, /^check_/],
  kobject: [/kobject_/],
  procfs: [/^_*proc_/, /^remove_proc/],
  refcount: [/^(?:\w+_)?refcount_(?:inc|dec|add|sub|set|warn|error|read|check|get|put)/, /kobject_/, /^kref_/, /^put_device/, /^get_device/],
  lockApi: [/^(?:lock|release)_sock/, /^_*lock_sock/],
  preemption: [/preempt/],
  rcu: [/rcu/],
  schedule: [/^_*schedule/, /^preempt_schedule/, /^io_schedule/, /retint_kernel/, /^[ms]sleep(?:_interruptible)?$/, /^usleep_range/, /^do_nanosleep$/],
  threads: [/^process_(?:one|scheduled)_work/, /^worker_thread$/, /^kthread$/, /^ret_from_fork/, /^check_/, /^print_/],
  perfEvents: [/^perf_trace/, /^tp_perf_event/, /^perf_(?:tp|try)_/, /^_?free_event$/, /^perf_event_alloc$/, /^inherit_(?:event|task_group)$/],
  usbSubmit: [/^usb_(?:submit_urb|start_wait_urb|bulk_msg|interrupt_msg|control_msg)/],
  stackCheck: [/stack_chk/],
  staticKey: [/stack/, /lock/, /IRQ/],
  overflow: [/ubsan/, /overflow/],
  interrupt: [/^(?:smp_)?apic_timer_interrupt/, /^asm_sysvec/, /^rcu/],
} as const satisfies Record<string, readonly RegExp[]>;

export type SkipGroup = keyof typeof skipGroups;

/** The groups that hold for every kind of report. */
export const alwaysInnocent: readonly SkipGroup[] = ['sanitizer', 'reporting', 'trap', 'lock', 'copy', 'structure', 'print', 'deferred', 'core', 'release'];
