// The one door to LibTorch: precompiled for pieria_models and reused by the targets that link it.
#pragma once

#include <torch/torch.h>
