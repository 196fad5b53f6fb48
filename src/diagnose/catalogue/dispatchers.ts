/** Functions that call the code that loops: they call whatever they were given. */
export const dispatchers = new RegExp(
  [
    // work, timers, softirqs, threads
    'process_one_work|worker_thread|call_timer_fn|_*run_timers?(?:_base)?|expire_timers|' +
      'run_timer_softirq|handle_softirqs|_*do_softirq|run_ksoftirqd|smpboot_thread_fn|kthread|' +
      'ret_from_fork|rcu_core|rcu_do_batch|_*hrtimer_run_queues|tasklet_action\\w*',
    // idle and start
    'start_secondary|cpu_startup_entry|do_idle|rest_init|start_kernel|kernel_init|do_one_initcall',
    // system call entry
    'do_syscall_\\w*|do_fast_syscall_\\w*|do_int80\\w*|entry_(?:SYSCALL|SYSENTER|INT80)\\w*|' +
      'x64_sys_call|ia32_sys_call|sysenter_dispatch|tracesys\\w*|system_call\\w*|el0_svc\\w*|' +
      'do_el0_svc|invoke_syscall|ret_fast_syscall|ret_from_syscall|do_trap_ecall_u',
    // the network's receive path
    '_*netif_receive_skb\\w*|_*netif_receive_skb_list\\w*|process_backlog|_*napi_poll|net_rx_action',
    // file operations
    '_*(?:vfs|kernel)_(?:write|read)|\\w+_compat_ioctl|vfs_(?:write|read|ioctl|iter_read|' +
      'iter_write|open|writev|readv)|do_iter_(?:read|write|readv_writev)|new_sync_(?:read|' +
      'write)|call_(?:read|write)_iter|call_mmap|mmap_region|do_mmap|do_dentry_open|' +
      '(?:compat_)?blkdev_(?:driver_)?ioctl|_*fput|_*_fput|(?:do|ksys)_(?:vfs_)?ioctl|' +
      '(?:compat_)?(?:sys|SyS|SYSC|_*(?:x64|ia32|arm64|do|se)_(?:compat_)?sys)_ioctl',
    // sockets
    '_*sock_(?:sendmsg|recvmsg|release|mmap|ioctl|do_ioctl)\\w*|compat_sock_ioctl|' +
      '_*sys_(?:setsockopt|listen|accept\\w*|connect|socketpair)|(?:kernel|sock_common|' +
      'do_sock)_setsockopt|(?:kernel)_(?:listen|accept)|sk_common_release|(?:SYSC|SyS|_*(?:x64|' +
      'ia32|do|se)_sys)_(?:connect|socketpair)|(?:nfnetlink|rtnetlink)_rcv_msg|genl_\\w*dumpit|netlink_dump',
    // faults
    '_*do_fault|_*handle_mm_fault|_*do_page_fault|do_user_addr_fault|(?:asm_)?exc_page_fault|' +
      'page_fault|do_translation_fault|do_mem_abort',
    // return to programs
    'task_work_run|exit_to_user\\w*|resume_user_mode_work',
  ]
    .map((names) => `^(?:${names})$`)
    .join('|'),
);

/** Where every stack ends: the entry of system calls, and the start of threads. */
export const stackEnds = new RegExp(
  String.raw`^(?:do_(?:fast_)?syscall_\w+|do_int80\w*|entry_(?:SYSCALL|SYSENTER|INT80)\w*|x64_sys_call|` +
    String.raw`(?:do_)?el0_svc\w*|invoke_syscall|ret_fast_syscall|ret_from_\w+|kthread|worker_thread)$`,
);

/** The entry of an interrupt; the frames below it were interrupted. */
export const interruptEntries = new RegExp(
  String.raw`^apic_timer_interrupt$|^smp_apic_timer_interrupt_\w+|^asm_sysvec_\w+|` +
    '^asm_call_sysvec_on_stack|^el1h?_(?:64_)?irq(?:_handler)?$|^el1_irq$|^__irq_svc$|' +
    '^irq_entries_start|^handle_exception$|^ret_from_exception$',
);

/** The entry of a fault; in the kernel, the faulting access follows. */
export const faultEntries =
  /^(?:asm_exc_page_fault|page_fault|async_page_fault|el1h?_(?:64_)?sync(?:_handler)?|__dabt_svc)$/;

/** Functions in which unrelated hangs meet: one bug shows there with many callers. */
export const meetingPoints = {
  loop: /^smp_call_function/,
  wait: /^(?:rtnl_lock|synchronize_(?:rcu|srcu|net|sched))/,
} as const;

/** How a task waits, as opposed to why. */
export const waiters: readonly RegExp[] = [
  /sched/,
  /_lock/,
  /_slowlock/,
  /^_*down/,
  /completion/,
  /kthread/,
  /wait/,
  /synchronize/,
  /context_switch/,
  /^__switch_to/,
  /cancel_(?:delayed_)?work/,
  /^_*flush_(?:work|delayed|all|rcu)/,
  /^_*mutex/,
  /^rwsem_/,
  /^rwbase/,
  /^percpu_(?:down|up)/,
  /^rt_mutex/,
  /^io_schedule/,
  /^bit_/,
  /^folio_(?:lock|wait)/,
  /^ldsem_/,
  /^usb_(?:control_msg|bulk_msg|interrupt_msg|start_wait_urb|kill_urb)/,
];
