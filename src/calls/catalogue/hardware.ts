/** What a driver gets from its device's bus, and from the machine. */
export const hardware: Readonly<Record<string, string>> = {
  dma: `
    dma_alloc_attrs NULL as=dma_alloc_coherent,dma_alloc_wc
    dmam_alloc_attrs NULL as=dmam_alloc_coherent
    dma_alloc_pages NULL in=5.10-
    dma_alloc_noncoherent NULL in=-5.11
    dma_alloc_noncontiguous NULL in=5.12-
    dma_pool_create NULL in=-6.14
    dma_pool_create_node NULL as=dma_pool_create in=6.15-
    dmam_pool_create NULL
    dma_pool_alloc NULL as=dma_pool_zalloc
    dma_map_page_attrs ones as=dma_map_single,dma_map_page,skb_frag_dma_map
    dma_map_phys ones as=dma_map_single,dma_map_page in=6.18-
    dma_map_resource ones
    dma_map_sg_attrs zero as=dma_map_sg
    dma_map_sgtable EIO ENOMEM EINVAL in=5.10-
    dma_set_mask EIO as=dma_set_mask_and_coherent,pci_set_dma_mask
    dma_set_coherent_mask EIO as=dma_set_mask_and_coherent,pci_set_consistent_dma_mask
    dma_mmap_attrs ENXIO ENOMEM as=dma_mmap_coherent
    dma_get_sgtable_attrs ENXIO ENOMEM as=dma_get_sgtable
    dma_request_chan ERR_PTR EPROBE_DEFER ENODEV EBUSY
    __dma_request_channel NULL as=dma_request_channel
    dma_request_chan_by_mask ERR_PTR ENODEV EPROBE_DEFER
    devm_dma_request_chan ERR_PTR EPROBE_DEFER ENODEV
    dma_async_device_register ENODEV ENOMEM EIO
    dmaenginem_async_device_register ENODEV ENOMEM EIO
    dma_buf_export ERR_PTR ENOMEM EINVAL
    dma_buf_fd EMFILE EINVAL
    dma_buf_get ERR_PTR EBADF EINVAL
    dma_buf_attach ERR_PTR ENOMEM ENODEV
    dma_buf_map_attachment ERR_PTR ENOMEM EINTR
    dma_buf_map_attachment_unlocked ERR_PTR ENOMEM EINTR
    dma_buf_vmap EINVAL ENOMEM
  `,
  pci: `
    pci_enable_device EIO ENODEV ENOMEM
    pci_enable_device_mem EIO ENODEV
    pci_reenable_device EIO ENODEV
    pcim_enable_device EIO ENODEV ENOMEM
    pci_request_regions EBUSY ENODEV
    pci_request_regions_exclusive EBUSY
    pci_request_region EBUSY
    pci_request_selected_regions EBUSY
    pcim_request_all_regions EBUSY ENOMEM in=6.12-
    pcim_request_region EBUSY ENOMEM in=6.11-
    pci_iomap NULL
    pci_iomap_range NULL
    pci_iomap_wc NULL
    pci_ioremap_bar NULL
    pci_ioremap_wc_bar NULL
    pcim_iomap NULL
    pcim_iomap_regions ENOMEM EBUSY EINVAL
    pcim_iomap_regions_request_all ENOMEM EBUSY EINVAL
    pcim_iomap_region ERR_PTR ENOMEM EBUSY EINVAL in=6.11-
    pcim_iomap_table NULL
    pci_alloc_irq_vectors ENOSPC in=6.9-
    pci_alloc_irq_vectors_affinity ENOSPC as=pci_alloc_irq_vectors
    pci_enable_msi ENOSPC EINVAL
    pci_enable_msix_range ENOSPC EINVAL as=pci_enable_msix_exact
    pci_irq_vector EINVAL
    pci_set_mwi EINVAL
    pci_try_set_mwi EINVAL
    pcim_set_mwi EINVAL ENOMEM
    pci_read_config_byte EIO ENODEV
    pci_read_config_word EIO ENODEV
    pci_read_config_dword EIO ENODEV
    pci_write_config_byte EIO ENODEV
    pci_write_config_word EIO ENODEV
    pci_write_config_dword EIO ENODEV
    pcie_capability_read_word EINVAL
    pcie_capability_clear_and_set_word_unlocked EINVAL as=pcie_capability_set_word
    pcie_capability_clear_and_set_word EINVAL
    pci_find_capability zero
    pci_find_ext_capability zero
    pci_get_device NULL
    pci_get_domain_bus_and_slot NULL
    pci_save_state ENOMEM EIO
    pci_set_power_state EIO EINVAL
    pci_enable_wake EINVAL EIO
    pci_reset_function ENOTTY EBUSY
    pci_enable_sriov ENODEV EBUSY ENOMEM
    pci_select_bars zero
    pcie_set_readrq EINVAL
    pci_request_irq EBUSY ENOMEM
    __pci_register_driver EBUSY ENOMEM as=pci_register_driver,module_pci_driver
  `,
  irq: `
    request_threaded_irq EBUSY ENOMEM EINVAL as=request_irq
    devm_request_threaded_irq EBUSY ENOMEM EINVAL as=devm_request_irq
    request_any_context_irq EBUSY ENOMEM EINVAL
    devm_request_any_context_irq EBUSY ENOMEM EINVAL
    __request_percpu_irq EBUSY ENOMEM EINVAL as=request_percpu_irq
    request_nmi EINVAL ENOMEM
    irq_set_affinity EINVAL EIO
    __irq_apply_affinity_hint EINVAL as=irq_set_affinity_hint
    irq_set_affinity_hint EINVAL in=-5.16
    irq_set_irq_type EINVAL
    irq_set_irq_wake EINVAL ENXIO as=enable_irq_wake
    __irq_domain_add NULL as=irq_domain_add_linear in=-6.9
    irq_domain_instantiate ERR_PTR ENOMEM in=6.11-
    irq_create_mapping_affinity zero as=irq_create_mapping
    __irq_domain_alloc_irqs ENOMEM ENOSPC as=irq_domain_alloc_irqs
    __irq_alloc_descs ENOMEM ENOSPC EEXIST as=irq_alloc_descs
    devm_irq_alloc_generic_chip NULL
    irq_alloc_generic_chip NULL
    devm_regmap_add_irq_chip ENOMEM EBUSY
  `,
  io: `
    ioremap NULL
    ioremap_wc NULL
    ioremap_cache NULL
    ioremap_uc NULL
    ioremap_prot NULL as=ioremap,ioremap_wc,ioremap_np,ioremap_cache
    __ioremap_prot NULL as=ioremap,ioremap_wc,ioremap_np,ioremap_cache
    devm_ioremap NULL
    devm_ioremap_wc NULL
    devm_ioremap_uc NULL
    devm_ioremap_resource ERR_PTR EBUSY ENOMEM EINVAL
    devm_ioremap_resource_wc ERR_PTR EBUSY ENOMEM EINVAL
    devm_platform_ioremap_resource ERR_PTR EBUSY ENOMEM EINVAL
    devm_platform_ioremap_resource_byname ERR_PTR EBUSY ENOMEM EINVAL
    devm_platform_get_and_ioremap_resource ERR_PTR EBUSY ENOMEM EINVAL
    devm_of_iomap ERR_PTR EBUSY ENOMEM EINVAL
    of_iomap NULL
    ioport_map NULL
    devm_ioport_map NULL
    memremap NULL
    devm_memremap ERR_PTR ENXIO ENOMEM
    __request_region NULL as=request_region,request_mem_region
    __devm_request_region NULL as=devm_request_region,devm_request_mem_region
    request_resource EBUSY
    insert_resource EBUSY
    allocate_resource EBUSY
    devm_request_resource EBUSY ENOMEM
    arch_phys_wc_add EINVAL ENOSPC
    arch_io_reserve_memtype_wc EBUSY
  `,
  clock: `
    clk_get ERR_PTR EPROBE_DEFER ENOENT
    devm_clk_get ERR_PTR EPROBE_DEFER ENOENT
    devm_clk_get_enabled ERR_PTR EPROBE_DEFER ENOENT in=6.0-
    devm_clk_get_prepared ERR_PTR EPROBE_DEFER ENOENT in=6.0-
    devm_clk_get_optional ERR_PTR EPROBE_DEFER
    devm_clk_get_optional_enabled ERR_PTR EPROBE_DEFER in=6.0-
    devm_clk_bulk_get EPROBE_DEFER ENOENT
    devm_clk_bulk_get_all EPROBE_DEFER ENOMEM
    of_clk_get ERR_PTR EPROBE_DEFER ENOENT
    clk_prepare EIO EINVAL as=clk_prepare_enable
    clk_enable EIO EINVAL as=clk_prepare_enable
    clk_bulk_prepare EIO
    clk_bulk_enable EIO
    clk_set_rate EINVAL EBUSY
    clk_set_parent EINVAL EBUSY
    clk_get_rate zero
    clk_round_rate EINVAL
    clk_register ERR_PTR ENOMEM EEXIST
    devm_clk_register ERR_PTR ENOMEM EEXIST
    clk_hw_register ENOMEM EEXIST
    devm_clk_hw_register ENOMEM EEXIST
    devm_of_clk_add_hw_provider ENOMEM
    of_clk_add_hw_provider ENOMEM
    clk_notifier_register ENOMEM EINVAL
  `,
  supply: `
    regulator_get ERR_PTR EPROBE_DEFER ENODEV
    devm_regulator_get ERR_PTR EPROBE_DEFER ENODEV
    devm_regulator_get_optional ERR_PTR EPROBE_DEFER ENODEV
    devm_regulator_get_enable EPROBE_DEFER ENODEV in=6.0-
    devm_regulator_bulk_get EPROBE_DEFER ENODEV
    regulator_enable EIO ETIMEDOUT
    regulator_disable EIO
    regulator_bulk_enable EIO ETIMEDOUT
    regulator_set_voltage EINVAL EIO
    regulator_get_voltage EINVAL EIO
    devm_regulator_register ERR_PTR ENOMEM EPROBE_DEFER
    __devm_reset_control_get ERR_PTR EPROBE_DEFER ENOENT as=devm_reset_control_get
    __reset_control_get ERR_PTR EPROBE_DEFER ENOENT as=reset_control_get
    reset_control_assert EIO ENOTSUPP
    reset_control_deassert EIO ENOTSUPP
    reset_control_reset EIO ENOTSUPP
    devm_reset_controller_register ENOMEM
    devm_phy_get ERR_PTR EPROBE_DEFER ENODEV
    phy_init EIO
    phy_power_on EIO
    devm_pwm_get ERR_PTR EPROBE_DEFER ENODEV
    pwm_apply_might_sleep EINVAL EIO in=6.8-
    pwm_apply_state EINVAL EIO in=-6.7
    devm_thermal_of_zone_register ERR_PTR ENODEV ENOMEM
  `,
  gpio: `
    gpiod_get ERR_PTR EPROBE_DEFER ENOENT EBUSY
    devm_gpiod_get ERR_PTR EPROBE_DEFER ENOENT EBUSY
    devm_gpiod_get_optional ERR_PTR EPROBE_DEFER EBUSY
    devm_gpiod_get_index ERR_PTR EPROBE_DEFER ENOENT EBUSY
    devm_gpiod_get_array ERR_PTR EPROBE_DEFER ENOENT EBUSY
    gpiod_to_irq ENXIO EINVAL
    gpiod_direction_input EIO
    gpiod_direction_output EIO
    gpiod_get_value_cansleep EIO
    gpio_request EBUSY EPROBE_DEFER
    devm_gpio_request_one EBUSY EPROBE_DEFER
    gpiochip_add_data_with_key ENOMEM EBUSY EINVAL as=gpiochip_add_data
    devm_gpiochip_add_data_with_key ENOMEM EBUSY EINVAL as=devm_gpiochip_add_data
    pinctrl_get ERR_PTR EPROBE_DEFER ENODEV
    devm_pinctrl_get ERR_PTR EPROBE_DEFER ENODEV
    pinctrl_select_state EINVAL EIO
    pinctrl_pm_select_default_state EINVAL EIO
    devm_pinctrl_register ERR_PTR ENOMEM EINVAL
  `,
  bus: `
    platform_get_irq ENXIO EPROBE_DEFER
    platform_get_irq_optional ENXIO EPROBE_DEFER
    platform_get_irq_byname ENXIO EPROBE_DEFER
    platform_get_resource NULL
    platform_get_resource_byname NULL
    __platform_driver_register EBUSY ENOMEM as=platform_driver_register,module_platform_driver
    __platform_driver_probe ENODEV as=platform_driver_probe
    platform_device_register ENOMEM EEXIST
    platform_device_register_full ERR_PTR ENOMEM EEXIST
    platform_device_alloc NULL
    platform_device_add EEXIST EBUSY
    i2c_register_driver EBUSY EAGAIN as=i2c_add_driver
    i2c_add_adapter ENOMEM EBUSY
    devm_i2c_add_adapter ENOMEM EBUSY
    i2c_add_numbered_adapter EBUSY ENOMEM
    i2c_new_client_device ERR_PTR EBUSY ENOMEM
    i2c_transfer EREMOTEIO ENXIO EAGAIN ETIMEDOUT
    i2c_transfer_buffer_flags EREMOTEIO ENXIO EAGAIN ETIMEDOUT as=i2c_master_send,i2c_master_recv
    i2c_smbus_xfer EREMOTEIO ENXIO EAGAIN ETIMEDOUT
    i2c_smbus_read_byte EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_read_byte_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_read_word_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_write_byte EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_write_byte_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_write_word_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_read_i2c_block_data EREMOTEIO ENXIO ETIMEDOUT
    __spi_register_driver EBUSY ENOMEM as=spi_register_driver
    __spi_alloc_controller NULL as=spi_alloc_master,spi_alloc_host
    __devm_spi_alloc_controller NULL as=devm_spi_alloc_master,devm_spi_alloc_host
    spi_register_controller ENOMEM EBUSY
    devm_spi_register_controller ENOMEM EBUSY
    spi_setup EINVAL EIO
    spi_sync EIO ETIMEDOUT
    spi_async EIO ESHUTDOWN
    spi_write_then_read EIO ETIMEDOUT
    usb_register_driver EBUSY ENODEV as=usb_register
    usb_alloc_urb NULL
    usb_alloc_coherent NULL
    usb_submit_urb ENOMEM ENODEV EPIPE
    usb_control_msg EPIPE ETIMEDOUT ENODEV ENOMEM
    usb_control_msg_send EPIPE ETIMEDOUT ENODEV ENOMEM
    usb_control_msg_recv EPIPE ETIMEDOUT ENODEV EREMOTEIO
    usb_bulk_msg EPIPE ETIMEDOUT ENODEV
    usb_interrupt_msg EPIPE ETIMEDOUT ENODEV
    usb_set_interface EINVAL EPIPE
    usb_find_common_endpoints ENXIO
    usb_register_dev EINVAL ENOMEM
    usb_autopm_get_interface EIO ENODEV
    usb_string EPIPE EINVAL
    __devm_regmap_init ERR_PTR ENOMEM EINVAL
    __devm_regmap_init_i2c ERR_PTR ENOMEM EINVAL as=devm_regmap_init_i2c
    __devm_regmap_init_spi ERR_PTR ENOMEM EINVAL as=devm_regmap_init_spi
    __devm_regmap_init_mmio_clk ERR_PTR ENOMEM EINVAL as=devm_regmap_init_mmio
    __regmap_init_mmio_clk ERR_PTR ENOMEM EINVAL as=regmap_init_mmio
    devm_regmap_field_alloc ERR_PTR ENOMEM
    regmap_read EIO ETIMEDOUT
    regmap_write EIO ETIMEDOUT
    regmap_bulk_read EIO ETIMEDOUT
    regmap_bulk_write EIO ETIMEDOUT
    regmap_raw_read EIO ETIMEDOUT
    regmap_raw_write EIO ETIMEDOUT
    regmap_update_bits_base EIO ETIMEDOUT as=regmap_update_bits
    syscon_regmap_lookup_by_phandle ERR_PTR EPROBE_DEFER ENODEV
    __auxiliary_driver_register EBUSY ENOMEM as=auxiliary_driver_register
    auxiliary_device_init EINVAL ENOMEM
    __auxiliary_device_add EEXIST ENOMEM as=auxiliary_device_add
    register_virtio_driver EBUSY in=-6.9
    __register_virtio_driver EBUSY as=register_virtio_driver in=6.10-
    virtqueue_add_sgs ENOSPC ENOMEM EIO
    virtqueue_add_outbuf ENOSPC ENOMEM EIO
    virtqueue_add_inbuf ENOSPC ENOMEM EIO
    virtqueue_kick false
    of_property_read_variable_u32_array EINVAL ENODATA as=of_property_read_u32
    of_property_read_string EINVAL ENODATA
    device_property_read_u32_array EINVAL ENODATA as=device_property_read_u32
    device_property_read_string EINVAL ENODATA
    of_get_child_by_name NULL
    of_parse_phandle NULL
    of_match_device NULL
    device_get_match_data NULL
    of_device_get_match_data NULL
    mbox_request_channel ERR_PTR EPROBE_DEFER ENODEV
    mbox_send_message ENOBUFS ETIME
    iommu_domain_alloc NULL
    iommu_map EINVAL ENOMEM
    iommu_attach_device ENODEV EBUSY
  `,
};
