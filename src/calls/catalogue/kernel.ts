/** What a driver gets from the kernel's core: devices, files, waiting, work, power. */
export const kernel: Readonly<Record<string, string>> = {
  device: `
    alloc_chrdev_region EBUSY ENOMEM
    register_chrdev_region EBUSY ENOMEM EINVAL
    __register_chrdev EBUSY ENOMEM EINVAL as=register_chrdev
    cdev_alloc NULL
    cdev_add ENOMEM EBUSY
    cdev_device_add ENOMEM EBUSY
    misc_register EBUSY ENOMEM
    class_create ERR_PTR ENOMEM EEXIST in=6.4-
    __class_create ERR_PTR ENOMEM EEXIST as=class_create in=-6.3
    class_register ENOMEM EEXIST in=6.4-
    __class_register ENOMEM EEXIST as=class_register in=-6.3
    class_create_file_ns ENOMEM EEXIST as=class_create_file
    device_create ERR_PTR ENOMEM ENODEV EEXIST
    device_create_with_groups ERR_PTR ENOMEM ENODEV EEXIST
    device_register ENOMEM EEXIST
    device_add ENOMEM EEXIST
    device_add_groups ENOMEM EEXIST
    devm_device_add_group ENOMEM EEXIST
    devm_device_add_groups ENOMEM EEXIST in=-6.7
    device_create_file ENOMEM EEXIST
    device_create_bin_file ENOMEM EEXIST
    device_link_add NULL
    device_rename ENOMEM EEXIST
    device_for_each_child ENODEV
    dev_set_name ENOMEM
    driver_register EBUSY ENOMEM
    driver_create_file ENOMEM EEXIST
    bus_register ENOMEM EEXIST
    __root_device_register ERR_PTR ENOMEM EEXIST as=root_device_register
    faux_device_create NULL in=6.14-
    faux_device_create_with_groups NULL in=6.14-
    component_add ENOMEM
    component_bind_all EPROBE_DEFER
    component_master_add_with_match ENOMEM EPROBE_DEFER
    sysfs_create_group ENOMEM EEXIST
    sysfs_create_groups ENOMEM EEXIST
    sysfs_create_file_ns ENOMEM EEXIST as=sysfs_create_file
    sysfs_create_files ENOMEM EEXIST
    sysfs_create_bin_file ENOMEM EEXIST
    sysfs_create_link ENOMEM EEXIST
    kobject_create_and_add NULL
    kobject_init_and_add ENOMEM EEXIST
    kobject_add ENOMEM EEXIST
    kobject_set_name ENOMEM
    kobject_uevent_env ENOMEM as=kobject_uevent
    kset_create_and_add NULL
    __uio_register_device ENOMEM ENODEV as=uio_register_device
    __devm_uio_register_device ENOMEM ENODEV as=devm_uio_register_device
    devm_led_classdev_register_ext ENOMEM EEXIST as=devm_led_classdev_register
    led_classdev_register_ext ENOMEM EEXIST as=led_classdev_register
    devm_backlight_device_register ERR_PTR ENOMEM
    input_allocate_device NULL
    devm_input_allocate_device NULL
    input_register_device ENOMEM EINVAL
    input_mt_init_slots ENOMEM EINVAL
    mfd_add_devices ENOMEM ENODEV
    devm_mfd_add_devices ENOMEM ENODEV
    devm_nvmem_register ERR_PTR ENOMEM EINVAL
    nvmem_register ERR_PTR ENOMEM EINVAL
    devm_power_supply_register ERR_PTR ENOMEM EPROBE_DEFER
    devm_extcon_dev_register ENOMEM
    tty_register_driver ENOMEM EBUSY
    __tty_alloc_driver ERR_PTR ENOMEM as=tty_alloc_driver
    tty_port_register_device ERR_PTR ENOMEM
    uart_register_driver ENOMEM EBUSY
    uart_add_one_port ENOMEM EINVAL
  `,
  file: `
    proc_create NULL
    proc_create_data NULL
    proc_create_single_data NULL as=proc_create_single
    proc_create_seq_private NULL as=proc_create_seq
    proc_mkdir NULL
    proc_symlink NULL
    debugfs_create_dir ERR_PTR ENOMEM EEXIST
    debugfs_create_file ERR_PTR ENOMEM EEXIST
    debugfs_create_file_full ERR_PTR ENOMEM EEXIST as=debugfs_create_file in=6.14-
    debugfs_create_symlink ERR_PTR ENOMEM
    debugfs_create_blob ERR_PTR ENOMEM
    seq_open ENOMEM
    seq_open_private ENOMEM
    __seq_open_private NULL
    single_open ENOMEM
    single_open_size ENOMEM
    nonseekable_open EINVAL
    anon_inode_getfd EMFILE ENOMEM
    anon_inode_getfile ERR_PTR ENOMEM ENFILE
    get_unused_fd_flags EMFILE
    fasync_helper ENOMEM
    filp_open ERR_PTR ENOENT EACCES ENOMEM
    kernel_read EIO EINVAL
    kernel_write EIO ENOSPC
    eventfd_ctx_fdget ERR_PTR EBADF EINVAL
    fget NULL
    register_filesystem EBUSY
    kern_path ENOENT ENOMEM
    register_sysctl_sz NULL as=register_sysctl in=6.6-
    register_sysctl NULL in=-6.5
  `,
  timer: `
    prepare_to_wait_event ERESTARTSYS as=wait_event_interruptible,wait_event_interruptible_timeout,wait_event_killable
    schedule_timeout timeout as=wait_event_timeout,wait_event_interruptible_timeout
    schedule_timeout_interruptible timeout
    do_wait_intr ERESTARTSYS as=wait_event_interruptible_locked
    do_wait_intr_irq ERESTARTSYS
    wait_for_completion_timeout timeout
    wait_for_completion_io_timeout timeout
    wait_for_completion_interruptible ERESTARTSYS
    wait_for_completion_interruptible_timeout timeout ERESTARTSYS
    wait_for_completion_killable ERESTARTSYS
    wait_for_completion_killable_timeout timeout ERESTARTSYS
    wait_for_completion_state ERESTARTSYS in=5.19-
    try_wait_for_completion false
    mutex_lock_interruptible EINTR
    mutex_lock_killable EINTR
    mutex_trylock zero
    down_interruptible EINTR
    down_killable EINTR
    down_timeout ETIME
    down_trylock EBUSY
    down_read_interruptible EINTR
    down_read_killable EINTR
    down_write_killable EINTR
    down_read_trylock zero
    down_write_trylock zero
    rt_mutex_lock_interruptible EINTR
    msleep_interruptible zero
    schedule_hrtimeout zero EINTR
    schedule_hrtimeout_range zero EINTR
    out_of_line_wait_on_bit EINTR as=wait_on_bit
    out_of_line_wait_on_bit_timeout EAGAIN as=wait_on_bit_timeout
    hrtimer_try_to_cancel ones
    ptp_clock_register ERR_PTR ENOMEM EINVAL
  `,
  work: `
    alloc_workqueue NULL in=-6.15
    alloc_workqueue_noprof NULL as=alloc_workqueue in=6.16-
    kthread_create_on_node ERR_PTR ENOMEM EINTR as=kthread_run,kthread_create
    kthread_create_on_cpu ERR_PTR ENOMEM EINTR
    kthread_create_worker ERR_PTR ENOMEM EINTR in=-6.13
    kthread_create_worker_on_node ERR_PTR ENOMEM EINTR as=kthread_run_worker in=6.14-
    kthread_stop EINTR
    queue_work_on false as=queue_work,schedule_work
    queue_delayed_work_on false as=queue_delayed_work,schedule_delayed_work
    mod_delayed_work_on false as=mod_delayed_work
    kthread_queue_work false
    task_work_add ESRCH
    call_usermodehelper ENOENT ENOMEM
    stop_machine ENOMEM
    smp_call_function_single ENXIO
    __cpuhp_setup_state ENOSPC ENOMEM EINVAL as=cpuhp_setup_state
    __request_module ENOENT ENOMEM as=request_module
    try_module_get false
    register_reboot_notifier EEXIST
    blocking_notifier_chain_register EEXIST
    atomic_notifier_chain_register EEXIST
    raw_notifier_chain_register EEXIST
    register_kprobe EINVAL ENOENT
    register_inet6addr_notifier EEXIST
    crypto_alloc_skcipher ERR_PTR ENOENT ENOMEM
    crypto_alloc_shash ERR_PTR ENOENT ENOMEM
    crypto_alloc_ahash ERR_PTR ENOENT ENOMEM
    crypto_alloc_aead ERR_PTR ENOENT ENOMEM
    crypto_register_skcipher EEXIST EINVAL
    crypto_register_ahash EEXIST EINVAL
    devm_hwrng_register EINVAL ENOMEM EEXIST
    hwrng_register EINVAL EEXIST
    wait_for_random_bytes ERESTARTSYS
  `,
  firmware: `
    request_firmware ENOENT ENOMEM EAGAIN
    request_firmware_direct ENOENT ENOMEM
    firmware_request_nowarn ENOENT ENOMEM
    request_firmware_into_buf ENOENT ENOMEM
    request_firmware_nowait ENOMEM
    firmware_upload_register ERR_PTR ENOMEM in=5.19-
    devm_fpga_mgr_register ERR_PTR ENOMEM EINVAL
    rproc_alloc NULL
    devm_rproc_alloc NULL
    rproc_boot EINVAL ENOENT
  `,
  pm: `
    __pm_runtime_resume EACCES EIO EAGAIN as=pm_runtime_get_sync,pm_runtime_resume_and_get
    __pm_runtime_suspend EBUSY EAGAIN as=pm_runtime_put_sync,pm_runtime_put_autosuspend
    __pm_runtime_idle EBUSY EAGAIN as=pm_runtime_put
    __pm_runtime_set_status EBUSY EINVAL as=pm_runtime_set_active
    pm_runtime_force_suspend EBUSY EIO
    pm_runtime_force_resume EIO
    pm_runtime_get_if_active EINVAL zero as=pm_runtime_get_if_in_use
    devm_pm_runtime_enable ENOMEM
    devm_pm_runtime_set_active_enabled ENOMEM
    device_wakeup_enable ENOMEM EINVAL
    device_set_wakeup_enable ENOMEM EINVAL
    dev_pm_set_wake_irq ENOMEM EEXIST
    devm_pm_set_wake_irq ENOMEM EEXIST
    dev_pm_domain_attach EPROBE_DEFER
    dev_pm_domain_attach_by_name ERR_PTR EPROBE_DEFER ENODEV
    dev_pm_opp_set_rate EINVAL EBUSY
    devm_pm_opp_of_add_table ENODEV ENOMEM
    register_pm_notifier EEXIST
    wakeup_source_register NULL
    devm_devfreq_add_device ERR_PTR ENOMEM EPROBE_DEFER
    cpufreq_register_driver EEXIST ENODEV
  `,
};
