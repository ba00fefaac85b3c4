#include "core/engine/train_runner.h"

#include "core/models/music/codec_trainer.h"
#include "core/models/music/generator_trainer.h"

namespace pieria {

namespace {

class MusicTrainer final : public TrainRunner
{
public:
    explicit MusicTrainer(MusicTrainRequest request)
        : m_request(std::move(request))
    {
    }
    [[nodiscard]] Result<Outcome<TrainOutcome>> run(JobContext& context) override
    {
        try {
            return m_request.stage == MusicStage::Codec
                ? models::trainCodec(m_request, context)
                : models::trainGenerator(m_request, context);
        } catch (const std::exception& error) {
            return fail(ErrorCode::Internal,
                "Training stopped on an unexpected error; the last checkpoint is kept.",
                error.what());
        }
    }

private:
    MusicTrainRequest m_request;
};

} // namespace

Result<std::unique_ptr<TrainRunner>> makeMusicTrainer(const MusicTrainRequest& request)
{
    if (request.hours <= 0 || request.batch < 1 || request.threads < 1) {
        return fail(ErrorCode::InvalidInput, "Hours, batch and threads must be positive.");
    }
    if (!std::filesystem::exists(request.corpus / "pieces.jsonl")) {
        return fail(ErrorCode::NotFound,
            "There is no corpus in " + request.corpus.string()
                + "; make one with \"pieria corpus music\".");
    }
    return std::make_unique<MusicTrainer>(request);
}

} // namespace pieria
