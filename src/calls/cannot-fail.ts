/** Names and beginnings of names that a module imports and that cannot fail: they return nothing, or are data. */
const harmless = `
  kfree kfree_sensitive kvfree kvfree_call_rcu kfree_call_rcu vfree kmem_cache_free kmem_cache_destroy devm_kfree
  __free_pages free_pages free_pages_exact free_percpu mempool_free mempool_destroy memset memcpy memmove memcmp memchr
  memchr_inv memscan strlen strnlen strcmp strncmp strcpy strncpy strscpy sized_strscpy strlcpy strcat strncat strchr
  strrchr strstr strsep strim skip_spaces sprintf snprintf scnprintf vsnprintf vscnprintf sscanf sysfs_emit
  sysfs_emit_at simple_strtoul simple_strtol hex_dump_to_buffer print_hex_dump printk _printk _dev_info _dev_warn
  _dev_err _dev_notice _dev_printk dev_printk dev_err_probe dev_driver_string netdev_info netdev_warn netdev_err
  dump_stack panic warn_slowpath_fmt __warn_printk __warn_flushed refcount_warn_saturate fortify_panic __fortify_panic
  jiffies jiffies_64 system_wq system_highpri_wq system_long_wq system_unbound_wq system_percpu_wq system_dfl_wq
  param_ops_int param_ops_uint param_ops_bool param_ops_charp param_ops_ulong param_ops_long param_ops_ushort
  param_ops_byte param_ops_short param_ops_string param_array_ops init_task current_task pcpu_hot const_pcpu_hot
  this_cpu_off cpu_number nr_cpu_ids __cpu_possible_mask __cpu_online_mask __cpu_present_mask cpu_info boot_cpu_data
  page_offset_base vmemmap_base phys_base kmalloc_caches random_kmalloc_seed physical_mask zero_pfn empty_zero_page
  const_current_task cpu_current_top_of_stack __per_cpu_offset loops_per_jiffy iomem_resource ioport_resource
  mutex_lock mutex_unlock mutex_is_locked __mutex_init mutex_lock_nested down up down_read up_read down_write up_write
  _raw_spin_lock _raw_spin_unlock _raw_spin_lock_irq _raw_spin_unlock_irq _raw_spin_lock_irqsave
  _raw_spin_unlock_irqrestore _raw_spin_lock_bh _raw_spin_unlock_bh __raw_spin_lock_init __rwlock_init
  queued_spin_lock_slowpath complete complete_all init_completion wait_for_completion init_wait_entry finish_wait
  __init_waitqueue_head __init_swait_queue_head __wake_up add_wait_queue remove_wait_queue prepare_to_wait
  default_wake_function autoremove_wake_function schedule msleep usleep_range usleep_range_state __udelay __ndelay
  __const_udelay ktime_get ktime_get_real_ts64 ktime_get_with_offset ktime_get_ts64 get_random_bytes get_random_u32
  init_timer_key add_timer mod_timer del_timer del_timer_sync timer_delete timer_delete_sync timer_shutdown_sync
  hrtimer_init hrtimer_setup hrtimer_start_range_ns hrtimer_cancel hrtimer_forward delayed_work_timer_fn
  __init_work cancel_work_sync cancel_delayed_work cancel_delayed_work_sync flush_work flush_delayed_work
  __flush_workqueue flush_workqueue destroy_workqueue drain_workqueue kthread_should_stop wake_up_process
  free_irq devm_free_irq enable_irq disable_irq disable_irq_nosync synchronize_irq tasklet_init tasklet_setup
  __tasklet_schedule tasklet_kill iounmap devm_iounmap pci_iounmap __release_region release_resource memunmap
  ioread8 ioread16 ioread32 ioread64 iowrite8 iowrite16 iowrite32 iowrite64 ioread32_rep iowrite32_rep
  pci_disable_device pci_release_regions pci_release_region pci_set_master pci_clear_master pci_free_irq_vectors
  pci_disable_msi pci_disable_msix pci_unregister_driver pci_restore_state pci_dev_put pci_dev_get pci_intx
  dma_free_attrs dmam_free_coherent dma_unmap_page_attrs dma_unmap_sg_attrs dma_sync_single_for_cpu
  dma_sync_single_for_device __dma_sync_single_for_cpu __dma_sync_single_for_device dma_pool_destroy dma_pool_free
  cdev_init cdev_del cdev_device_del cdev_set_parent unregister_chrdev_region __unregister_chrdev misc_deregister
  class_destroy class_unregister device_destroy device_unregister device_del device_initialize put_device get_device
  driver_unregister device_remove_file sysfs_remove_group sysfs_remove_file_ns kobject_put kobject_get debugfs_remove
  remove_proc_entry proc_remove seq_printf seq_puts seq_putc seq_write seq_read seq_lseek seq_release single_release
  noop_llseek no_llseek default_llseek generic_file_llseek ida_free ida_destroy idr_remove idr_destroy idr_find
  idr_get_next xa_destroy xa_erase xa_load platform_driver_unregister platform_device_unregister i2c_del_driver
  i2c_del_adapter usb_deregister usb_free_urb usb_kill_urb usb_free_coherent release_firmware module_put __module_get
  module_layout unregister_netdev free_netdev consume_skb kfree_skb_reason sk_skb_reason_drop skb_put skb_push skb_pull
  netif_carrier_on netif_carrier_off netif_tx_wake_queue netif_tx_stop_all_queues napi_schedule_prep __napi_schedule
  napi_complete_done napi_enable napi_disable eth_type_trans ether_setup del_gendisk put_disk kill_fasync
  capable fput fd_install eventfd_signal eventfd_ctx_put __check_object_size check_object_size copy_overflow
  __copy_overflow usercopy_abort __might_sleep __might_fault might_fault __might_resched __cond_resched
  synchronize_rcu call_rcu rcu_barrier __rcu_read_lock __rcu_read_unlock preempt_schedule preempt_schedule_notrace
  preempt_count_add preempt_count_sub local_bh_enable __local_bh_enable_ip sg_init_table sg_next sg_init_one
  sg_free_table __list_add_valid __list_del_entry_valid __list_add_valid_or_report __list_del_entry_valid_or_report
  kstrtoint kstrtouint kstrtoull kstrtoll kstrtobool kstrtou8 kstrtou16 ns_capable bpf_trace_run1
  validate_usercopy_range slab_build_skb iomem_get_mapping device_match_name bin2hex hex2bin
  __ubsan_handle_out_of_bounds clk_disable clk_unprepare clk_put regulator_put gpiod_put gpiod_set_value
  gpiod_set_value_cansleep pm_runtime_enable __pm_runtime_disable pm_runtime_no_callbacks of_node_put
`;

/** What the compiler, the tracers and the mitigations import. */
const beginnings = new RegExp(
  `^(?:${[
    '__fentry__|mcount|__x86_|__SCT__|__SCK__|__tracepoint_|__traceiter_|trace_|event_triggers|perf_|bpf_',
    '__asan_|__tsan_|__ubsan_|__kasan|__kcsan|__sanitizer|__stack_chk|__ref_stack|static_key_|__static_call',
    '__this_module|__this_cpu|__preempt_count|__sw_hweight|__list_|__stop_|__start_|_ctype|BUG_func',
    'rcu_|lockdep_|lock_|__bad_|__div|__mod|__ll|u64_to',
    'alt_cb_patch_|arm64_use_|arm64_const_caps|cpu_hwcaps|system_cpucaps',
  ].join('|')})`,
);

const names = new Set(harmless.trim().split(/\s+/));

/** Whether a symbol that a module imports is known not to fail. */
export function cannotFail(symbol: string): boolean {
  return names.has(symbol) || beginnings.test(symbol);
}
