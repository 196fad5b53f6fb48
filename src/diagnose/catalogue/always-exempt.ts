import { driverCore } from './driver-core.ts';

/**
 * Functions that report, check, copy or dispatch for others, and that kernel-functions.txt cannot know or does not
 * exempt from every kind of report. The names of all other ones come from the kernel's source.
 */
export const alwaysExemptGroups = {
  /** No file of the kernel has these names: compilers, macros and linkers make them. */
  generated: [
    /^_*(?:hw)?(?:asan|msan|tsan|ubsan|sanitizer)_/,
    /^__?cfi_(?:check|slowpath)/,
    /^(?:perf_trace|bpf_trace|trace_event_raw_event|_*traceiter|_*bpf_trace)_/,
    /_indirect_thunk_/,
    /^(?:x86_|__x86_)?(?:indirect|return)_thunk/,
    /^srso_/,
    /^(?:asm_|xen_)?(?:exc|sysvec)_/,
    /^el[01](?:h|t)?_(?!svc)/,
    /^__und_(?:svc|usr)/,
    /^__pabt_/,
    /^(?:pv|native)_(?:wait|kick|queued)/,
    /^__read_once_(?:size|word)/,
    /^class_\w+_(?:con|de)structor$/,
    /^_*guard_/,
    /seqprop/,
    /^core::(?:panicking|option|result|cell)::/,
    /rust_begin_unwind$/,
    /^_*rust_(?:helper_BUG|begin_unwind|panic)/,
  ],
  /** Releases before 6.1 had these. */
  older: [
    /^(?:do_)?invalid_op$/,
    /^(?:async_)?page_fault$/,
    /^df_debug$/,
    /^retint_/,
    /^(?:check_memory_region|check_region|kasan_object_err|memory_is_(?:poisoned|nonaccessible))/,
    /^do_error_trap$/,
    /^(?:trace_)?(?:hard|soft)irqs_(?:on|off)/,
    /^trace_hardirqs/,
    /^might_(?:lock|alloc)/,
    /^_*refcount_\w+_checked$/,
    /^(?:__do_)?kmem_cache_alloc_(?:node_)?trace/,
    /^rollback_registered/,
    /^call_break_hook$/,
  ],
  /** Drivers have functions of the same names, so the lists leave them out. */
  shared: [
    /^(?:string|hex_string|skip_spaces)(?:_nocheck)?$/,
    /^(?:die|handle_exception|down|up|iounmap|device_release|copyin|copyout)$/,
    /^_*k(?:mem|str)?dup/,
    /^_*(?:h|l|p)?list_(?:add|del|move|replace|splice)/,
    /^save_stack/,
    /^check_path/,
  ],
  /** What prints reports. A report of nothing but the kernel's own functions must not be named after its printer. */
  reporting: [
    /printk/,
    /^_?dev_(?:info|notice|warn|err|alert|crit|emerg)/,
    /^console_(?:unlock|flush|emit)/,
    /^seq_v?printf$/,
    /^(?:_*dump_stack|show_stack|dump_backtrace|unwind_backtrace|print_.*stall)/,
    /panic/,
    /^(?:_*warn|_*report_bug|handle_bug|fixup_bug|die|oops_|crash_)/,
    /^__schedule_bug/,
    /double_fault$/,
    /kasan|kmsan|kcsan|kfence/,
  ],
  /** Copies to and from user space, and what says that a program may not be copied from now. */
  copy: [
    /^_*mem(?:cpy|cmp|set|chr|move|scan)(?:_\w+)?$/,
    /^_*copy_overflow/,
    /^_*copy_(?:to|from|in)_(?:user|iter|kernel)/,
    /^_*(?:get|put|clear)_user/,
    /^simple_copy_to_iter$/,
    /^csum_(?:partial|and_copy)/,
    /^_*might_(?:fault|sleep|resched)/,
    /^_*cond_resched/,
  ],
  /** Wrappers of locks, of which drivers have some, too; waking and waiting. */
  lock: [
    /(?:spin|read|write)_(?:try)?(?:un)?lock/,
    /lockdep/,
    /^rwsem_/,
    /^s?_*wake_up(?!_new_task)/,
    /^swake_up/,
    /^wait_for_completion/,
    /^complete(?:_all|_with_flags)?$/,
    /^finish_wait/,
    /rq_lock/,
    /^preempt_count/,
  ],
  /** Timers: whoever armed one, or freed what it is in, is to blame. */
  timer: [
    /^(?:try_to_)?del_timer/,
    /^_*timer_(?:delete|shutdown|fixup|is_static)/,
    /^__try_to_del_timer/,
    /^lock_timer_base$/,
    /^_*mod_timer/,
    /^init_timer/,
    /^sk_(?:stop|reset)_timer/,
    /^debug_(?:hr)?timer/,
  ],
  core: driverCore,
  /** Freeing memory, pages and socket buffers, and marking them: whoever gave them is to blame. */
  release: [
    /^_*k(?:v|z|vz)?free(?:_sensitive|_const|_rcu)?$/,
    /^_*(?:v(?:free|unmap)$|kmem_cache_free)/,
    /^_*kfree_skb/,
    /^consume_skb/,
    /^skb_(?:(?:over_|under_)?panic|put|push|pull)/,
    /^(?:__)?(?:un)?lock_page$/,
    /^folio_unlock$/,
    /^mark_buffer_dirty$/,
    /^find_(?:lock|get)_(?:entries|pages?|pages_range)$/,
    /^truncate_inode_pages/,
  ],
} as const satisfies Record<string, readonly RegExp[]>;
